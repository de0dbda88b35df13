"""When a piece becomes public, and what stands in the way of publishing publicity during an election."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from pages.enums import PublicityMedium

MOST_TOLD = 6


def public_instant(*, published_at: datetime | None, embargo_until: datetime | None, at: datetime) -> datetime:
    """The instant that a piece published `at` carries: the embargo's end if it is to come, else its own date.

    A date of its own that lies in the future without an embargo is brought back to `at`.
    """
    if embargo_until and embargo_until > at:
        return embargo_until
    return published_at if published_at and published_at <= at else at


@dataclass(frozen=True)
class PublicityMark:
    """What an editor declared about a piece as State publicity."""

    is_publicity: bool
    ground: str
    justification: str
    medium: str
    authorisation: str
    report_due_on: date | None
    shows_official: bool


@dataclass(frozen=True)
class Naming:
    """Where a piece names or shows an official: the words, and the place where an editor finds them."""

    words: str
    place: str


def missing_parts(*, summary: str, photo: bool, alt: str) -> dict[str, str]:
    """What a note lacks to be published, by field name: its summary, and the alternative text of its photo.

    Source of the second: WCAG 2.2, success criterion 1.1.1.
    """
    missing = {}
    if not summary.strip():
        missing["summary"] = _("Escriba la bajada: una o dos frases con lo que importa.")
    if photo and not alt.strip():
        missing["lead_photo_alt"] = _("Escriba qué se ve en la foto: sin ese texto no se puede publicar.")
    return missing


def publicity_obstacles(mark: PublicityMark, *, restricted: bool, naming: Sequence[Naming] = ()) -> dict[str, str]:
    """What must be mended before publishing, by field name; empty when nothing stands in the way.

    `naming` is what was found in the piece beside what its editor declared.

    Source: Ley 26859 art. 192 and Ley 28874: during an election only publicity of urgent necessity or public
    utility; on radio and television with the jury's authorisation, elsewhere with a later report; without
    names, images or voices of officials.
    """
    if not (mark.is_publicity and restricted):
        return {}
    obstacles = {}
    if not mark.ground:
        obstacles["publicity_ground"] = _("Hay restricción electoral: indique la causal que permite esta publicidad.")
    if not mark.justification.strip():
        obstacles["publicity_justification"] = _("Hay restricción electoral: escriba el sustento de esta publicidad.")
    obstacles |= _medium_obstacles(mark)
    if mark.shows_official or naming:
        obstacles["publicity_shows_official"] = _naming_obstacle(mark, naming)
    return obstacles


def _naming_obstacle(mark: PublicityMark, naming: Sequence[Naming]) -> str:
    told = [
        _("Hay restricción electoral: la publicidad no puede nombrar ni mostrar a autoridades o funcionarios."),
        _("Quite su nombre, cargo, imagen y voz."),
    ]
    if naming:
        places = "; ".join(f"«{each.words}» ({each.place})" for each in naming[:MOST_TOLD])
        told.append(_("Se encontró: %(places)s.") % {"places": places})
    if mark.shows_official:
        told.append(_("Después desmarque esta casilla."))
    return " ".join(told)


def _medium_obstacles(mark: PublicityMark) -> dict[str, str]:
    if not mark.medium:
        return {"publicity_medium": _("Hay restricción electoral: indique en qué medio se difundirá.")}
    if mark.medium == PublicityMedium.RADIO_TV and not mark.authorisation.strip():
        return {
            "publicity_authorisation": _("La radio y la televisión necesitan autorización previa del jurado: anótela.")
        }
    if mark.medium == PublicityMedium.OTHER and not mark.report_due_on:
        return {"publicity_report_due_on": _("Anote la fecha límite para reportar esta publicidad al jurado.")}
    return {}
