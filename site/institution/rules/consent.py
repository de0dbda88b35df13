"""When a picture of people may be published.

Sources: Código Civil, art. 15 (image and voice; no consent is needed for public events); Ley 29733 and
D.S. 016-2024-JUS (consent, its withdrawal, and that of parents or guardians for minors); Ley 27337, Código de los
Niños y Adolescentes.
"""

from django.utils.translation import gettext as _

from institution.enums import Consent, PeopleShown

BLOCKING = frozenset({Consent.PENDING, Consent.WITHDRAWN})


def publication_fault(*, people: str, consent: str) -> str:
    """Why a picture may not be published, in a sentence; blank when it may."""
    if people == PeopleShown.MINORS and consent != Consent.GIVEN:
        return _("muestra a menores de edad y no tiene la autorización de su madre, padre o tutor")
    if consent == Consent.WITHDRAWN:
        return _("las personas que muestra retiraron su consentimiento")
    if consent == Consent.PENDING:
        return _("está pendiente el consentimiento de las personas que muestra")
    return ""


def consent_faults(*, people: str, consent: str, backed: bool) -> dict[str, str]:
    """What to mend in what was said of a picture's people, by field; `backed` is whether an authorisation is cited."""
    if people != PeopleShown.MINORS:
        return {}
    if consent == Consent.NOT_NEEDED:
        return {"consent": _("Con menores de edad siempre hace falta: elija «Pendiente» u «Otorgado».")}
    if consent == Consent.GIVEN and not backed:
        return {
            "authorisation_reference": _(
                "Anote la autorización de la madre, el padre o el tutor (por ejemplo, su número y fecha), "
                "o elija su documento. Si todavía no la tiene, marque el consentimiento como «Pendiente»."
            )
        }
    return {}
