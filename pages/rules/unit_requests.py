"""From which state to which a unit's request may go, at whose hand, and what must be so before.

The order of the work is the office's own: a request is looked at before anybody works on it, and nothing that speaks
for a unit is published before that unit has seen it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from pages.enums.unit_requests import WITH_REASON
from pages.enums.unit_requests import RequestState as State


class Hand(Enum):
    """In what capacity somebody acts on a request."""

    DECIDER = "decider"  # the head of the office: accepts, returns, declines, assigns
    WORKER = "worker"  # whoever writes or designs
    UNIT = "unit"  # whoever asked, signed in or by the private link
    PLATFORM = "platform"  # the program itself, when the last product goes live


class MoveRefused(Exception):
    """The request can't go to that state so; the message says why, and what to do."""


@dataclass(frozen=True)
class Standing:
    """What a request has so far."""

    assigned: bool = False
    products: int = 0
    live: int = 0
    deliveries: int = 0  # files that the office left for the unit
    spread: int = 0  # entries of the diffusion log


OFFICE = frozenset({Hand.DECIDER, Hand.WORKER})
MOVES: dict[tuple[State, State], frozenset[Hand]] = {
    (State.RECEIVED, State.ACCEPTED): frozenset({Hand.DECIDER}),
    (State.RECEIVED, State.RETURNED): frozenset({Hand.DECIDER}),
    (State.RECEIVED, State.DECLINED): frozenset({Hand.DECIDER}),
    (State.RETURNED, State.RECEIVED): frozenset({Hand.UNIT, Hand.DECIDER}),
    (State.RETURNED, State.DECLINED): frozenset({Hand.DECIDER}),
    (State.ACCEPTED, State.PRODUCTION): OFFICE,
    (State.ACCEPTED, State.RETURNED): frozenset({Hand.DECIDER}),
    (State.ACCEPTED, State.DECLINED): frozenset({Hand.DECIDER}),
    (State.PRODUCTION, State.REVIEW): OFFICE,
    (State.PRODUCTION, State.RETURNED): frozenset({Hand.DECIDER}),
    (State.PRODUCTION, State.DECLINED): frozenset({Hand.DECIDER}),
    (State.REVIEW, State.APPROVED): frozenset({Hand.UNIT, Hand.DECIDER}),
    (State.REVIEW, State.PRODUCTION): OFFICE | {Hand.UNIT},
    (State.APPROVED, State.PUBLISHED): OFFICE | {Hand.PLATFORM},
    (State.APPROVED, State.PRODUCTION): OFFICE,
    (State.DECLINED, State.RECEIVED): frozenset({Hand.DECIDER}),
}


def moves_from(state: State, hands: Collection[Hand]) -> list[State]:
    """The states to which those hands may take a request, in the order of the work."""
    return [target for (start, target), allowed in MOVES.items() if start == state and allowed.intersection(hands)]


def needs_reason(*, current: State, target: State, hands: Collection[Hand]) -> bool:
    """Whether the move must say why: refusing, sending back to be done again, and approving in the unit's name."""
    if target in WITH_REASON or (current, target) == (State.REVIEW, State.PRODUCTION):
        return True
    return target == State.APPROVED and Hand.UNIT not in hands


def check_move(*, current: State, target: State, hands: Collection[Hand], reason: str, standing: Standing) -> None:
    """Pass if the move may be made. Raises MoveRefused."""
    allowed = MOVES.get((current, target))
    if allowed is None:
        told = _("La solicitud está «%(current)s»: de ahí no pasa a «%(target)s». Actualice la página y vea cómo va.")
        raise MoveRefused(told % {"current": current.label, "target": target.label})
    if not allowed.intersection(hands):
        raise MoveRefused(_("Ese paso lo da otra persona: %(who)s.") % {"who": _who(allowed)})
    if needs_reason(current=current, target=target, hands=hands) and not reason.strip():
        raise MoveRefused(_("Escriba el motivo: la otra parte lo leerá y sabrá qué hacer."))
    if obstacle := _obstacle(current, target, standing):
        raise MoveRefused(obstacle)


def _who(allowed: Collection[Hand]) -> str:
    if Hand.UNIT in allowed:
        return _("la unidad que la pidió")
    return _("quien trabaja en la Oficina de Imagen") if Hand.WORKER in allowed else _("la Jefatura de Imagen")


def _obstacle(current: State, target: State, standing: Standing) -> str:
    """What must be done before; blank when nothing."""
    if (current, target) == (State.ACCEPTED, State.PRODUCTION) and not standing.assigned:
        return _("Asígnela primero a una persona: así se sabe quién la hace.")
    if target == State.REVIEW and not (standing.products or standing.deliveries):
        return _("Todavía no hay qué revisar: cree o vincule un producto, o adjunte un archivo en la conversación.")
    if target == State.PUBLISHED and standing.live < standing.products:
        return _(
            "Falta publicar alguno de sus productos. Al publicarse el último, la solicitud pasa sola a «Publicada»."
        )
    if target == State.PUBLISHED and not (standing.products or standing.spread):
        return _("No tiene productos: anote en la difusión por dónde salió y recién entonces dela por publicada.")
    return ""
