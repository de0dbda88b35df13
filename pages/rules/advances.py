"""When an advance of a work may be recorded: percentages that grow, within 0 and 100, on days that have come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

LEAST, MOST = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class Advance:
    """How far a work had come on a day, in accumulated percentages; `reason` says why it goes back, if it does."""

    on: date
    physical: Decimal
    financial: Decimal
    reason: str = ""


def advance_obstacles(new: Advance, others: Iterable[Advance], *, today: date) -> dict[str, str]:
    """What stands in the way of recording `new` beside the advances in force, by field name, in Spanish.

    Neither percentage may fall below that of an earlier day, nor pass that of a later one, unless a reason is given.
    """
    known = sorted(others, key=lambda each: each.on)
    obstacles = _day_obstacles(new, known, today) | _bound_obstacles(new)
    if obstacles or new.reason.strip():
        return obstacles
    return _backward_obstacles(new, known)


def _day_obstacles(new: Advance, known: list[Advance], today: date) -> dict[str, str]:
    if new.on > today:
        return {"on": _("Esa fecha todavía no llega: registre el avance cuando se haya medido.")}
    if any(each.on == new.on for each in known):
        return {"on": _("Ya hay un avance de ese día: corríjalo en vez de registrar otro.")}
    return {}


def _bound_obstacles(new: Advance) -> dict[str, str]:
    wrong = _("Un avance va de 0 a 100 por ciento.")
    values = {"physical": new.physical, "financial": new.financial}
    return {name: wrong for name, value in values.items() if not LEAST <= value <= MOST}


def _backward_obstacles(new: Advance, known: list[Advance]) -> dict[str, str]:
    before = next((each for each in reversed(known) if each.on < new.on), None)
    after = next((each for each in known if each.on > new.on), None)
    obstacles = {}
    for name in ("physical", "financial"):
        value = getattr(new, name)
        if before and value < getattr(before, name):
            obstacles[name] = _goes_back(before.on, getattr(before, name))
        elif after and value > getattr(after, name):
            obstacles[name] = _passes(after.on, getattr(after, name))
    return obstacles


def _goes_back(on: date, percent: Decimal) -> str:
    told = {"on": on.strftime("%d/%m/%Y"), "percent": f"{percent:f}"}
    return _("El %(on)s ya se había informado %(percent)s %%. Si de verdad retrocede, escriba el motivo.") % told


def _passes(on: date, percent: Decimal) -> str:
    told = {"on": on.strftime("%d/%m/%Y"), "percent": f"{percent:f}"}
    return _("El %(on)s, que es después, se informó %(percent)s %%. Revise la fecha o escriba el motivo.") % told
