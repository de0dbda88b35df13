"""How a public work moves from one state to another, and when it may.

Sources: Ley 32069 and its regulation (execution, reception and settlement of works by contract); Directiva
017-2023-CG/GMPL (works by direct administration); Directiva 011-2022-CG/GMPL (Infobras). The exact articles were not
verified: the table below is the office's reading of them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from pages.enums import WorkStage

FORMULATION, APPROVED, TENDER = WorkStage.FORMULATION, WorkStage.APPROVED, WorkStage.TENDER
EXECUTION, PARALYSED, CONCLUDED = WorkStage.EXECUTION, WorkStage.PARALYSED, WorkStage.CONCLUDED
RECEIVED, SETTLED = WorkStage.RECEIVED, WorkStage.SETTLED

MOVES: dict[WorkStage, tuple[WorkStage, ...]] = {
    FORMULATION: (APPROVED,),
    APPROVED: (TENDER, EXECUTION, FORMULATION),
    TENDER: (EXECUTION, APPROVED),
    EXECUTION: (PARALYSED, CONCLUDED),
    PARALYSED: (EXECUTION, TENDER, CONCLUDED),
    CONCLUDED: (RECEIVED, EXECUTION),
    RECEIVED: (SETTLED,),
    SETTLED: (),
}
# Going back undoes what was already told to the public: it asks for a reason.
BACKWARDS = {(APPROVED, FORMULATION), (TENDER, APPROVED), (PARALYSED, TENDER), (CONCLUDED, EXECUTION)}
MAY_ADVANCE = frozenset({EXECUTION, PARALYSED, CONCLUDED, RECEIVED, SETTLED})
WHOLE = Decimal(100)


@dataclass(frozen=True)
class Move:
    """A change of state that somebody asks for, on the day when it took effect."""

    to: WorkStage
    on: date
    cause: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a work stands: its state and since when; `since` is None while nobody has said its state."""

    stage: WorkStage
    since: date | None
    physical: Decimal | None = None


def allowed_moves(standing: Standing) -> tuple[WorkStage, ...]:
    """The states that a work may go to. A work of which nothing was said yet may be entered at any."""
    return tuple(WorkStage) if standing.since is None else MOVES[standing.stage]


def move_obstacles(standing: Standing, move: Move, *, today: date) -> dict[str, str]:
    """What stands in the way of a move, by field name, in Spanish; empty when nothing does."""
    allowed = allowed_moves(standing)
    if move.to not in allowed:
        return {"to": _not_allowed(standing.stage, move.to, allowed)}
    return _day_obstacles(standing, move, today) | _ground_obstacles(standing, move)


def _not_allowed(stage: WorkStage, to: WorkStage, allowed: tuple[WorkStage, ...]) -> str:
    words = {"from": stage.label, "to": to.label, "allowed": ", ".join(f"«{each.label}»" for each in allowed)}
    if not allowed:
        return _("La obra está «%(from)s», que es el final: no pasa a ningún otro estado.") % words
    return _("De «%(from)s» no se pasa a «%(to)s». Puede pasar a: %(allowed)s.") % words


def _day_obstacles(standing: Standing, move: Move, today: date) -> dict[str, str]:
    if move.on > today:
        return {"on": _("Esa fecha todavía no llega: anote el cambio cuando ocurra.")}
    if standing.since and move.on < standing.since:
        since = standing.since.strftime("%d/%m/%Y")
        return {"on": _("La obra pasó a su estado actual el %(since)s: ponga esa fecha u otra posterior.") % {
            "since": since}}  # fmt: skip
    return {}


def _ground_obstacles(standing: Standing, move: Move) -> dict[str, str]:
    reason = move.reason.strip()
    if move.to == PARALYSED and not move.cause:
        return {"cause": _("Una obra paralizada debe decir la causa: elíjala.")}
    if standing.since and (standing.stage, move.to) in BACKWARDS and not reason:
        return {"reason": _("Este cambio retrocede: escriba el motivo, que quedará publicado.")}
    if move.to == CONCLUDED and standing.since and (standing.physical or 0) < WHOLE and not reason:
        return {
            "reason": _(
                "El último avance físico no llega al 100 %: regístrelo antes o escriba por qué se da por concluida."
            )
        }
    return {}
