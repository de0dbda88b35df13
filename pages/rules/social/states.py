"""How a post moves from a state to another."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from pages.enums.social import PostState, ReportOutcome

EDITABLE = frozenset({PostState.DRAFT, PostState.APPROVED, PostState.SCHEDULED, PostState.FAILED})
FARTHEST = timedelta(days=366)


def approved_state(*, scheduled_for: datetime | None) -> PostState:
    """The state of a post that is approved, for at once or for an instant."""
    return PostState.SCHEDULED if scheduled_for else PostState.APPROVED


def schedule_fault(scheduled_for: datetime | None, *, at: datetime) -> str:
    """What is wrong with scheduling for that instant at `at`, in Spanish; blank when nothing is."""
    if scheduled_for is None:
        return ""
    if scheduled_for <= at:
        return _("Ese momento ya pasó: elija uno por venir, o déjelo vacío.")
    return _("Elija un momento dentro de los próximos doce meses.") if scheduled_for > at + FARTHEST else ""


def reported_state(current: PostState, outcome: ReportOutcome, *, newest: bool) -> PostState:
    """The state after a tool's report, which happened after every other one or not.

    What was posted stays so: a later failure, such as a second try that the network refused, doesn't take it back.
    """
    if not newest or (current == PostState.POSTED and outcome == ReportOutcome.FAILED):
        return current
    return PostState.POSTED if outcome == ReportOutcome.POSTED else PostState.FAILED
