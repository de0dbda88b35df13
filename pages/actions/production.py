"""Moving a material along its production; every step is written down."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import User
from pages.enums.materials import Production
from pages.models.materials import MaterialPage
from pages.models.production import ProductionMove
from pages.rules.production import MOVES


class MoveRefused(Exception):
    """The step can't be taken; the message says why, in Spanish."""


@transaction.atomic
def move_production(
    *,
    material: MaterialPage,
    to: Production,
    by: User | None,
    at: datetime,
    note: str = "",
    print_run: int | None = None,
    printed_on: date | None = None,
) -> ProductionMove:
    """Take the material to `to`, with how many were printed and when if that is what happened.

    Raises MoveRefused when the step doesn't exist, when printing is not told whole, or when somebody moved first.
    """
    state = Production(material.production)
    if to not in MOVES[state]:
        raise MoveRefused(_("De «%(state)s» no se pasa a «%(to)s».") % {"state": state.label, "to": to.label})
    facts = _print_facts(material, print_run, printed_on)
    if to == Production.PRINTED and not all(facts.values()):
        raise MoveRefused(_("Anote el tiraje y la fecha de impresión."))
    _write(material, state, {"production": to} | facts)
    move = ProductionMove.objects.create(
        material=material, from_state=state, to_state=to, moved_by=by, moved_at=at, note=note
    )
    log(instance=material, action="pages.production.moved", user=by, data={"move": str(move), "note": note})
    return move


def end_production(*, material: MaterialPage, by: User | None, at: datetime) -> dict[str, Production]:
    """What publishing the page changes: an approved material is then published; another stays as it is."""
    if material.production != Production.APPROVED:
        return {}
    move_production(material=material, to=Production.PUBLISHED, by=by, at=at)
    return {"production": Production.PUBLISHED}


def _print_facts(material: MaterialPage, print_run: int | None, printed_on: date | None) -> dict:
    return {"print_run": print_run or material.print_run, "printed_on": printed_on or material.printed_on}


def _write(material: MaterialPage, state: Production, values: dict) -> None:
    """Write the row only if nobody moved it meanwhile; the draft takes them from there when it is opened."""
    if not MaterialPage.objects.filter(pk=material.pk, production=state).update(**values):
        raise MoveRefused(_("Otra persona acaba de moverlo: vuelva a abrir el material."))
    for name, value in values.items():
        setattr(material, name, value)
