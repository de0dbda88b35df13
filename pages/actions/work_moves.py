"""Moving a work from one state to the next, with its row in the history."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from headless.actions.changes import item_changed
from institution.models import User
from institution.rules.lima import LIMA
from pages.enums import WorkStage
from pages.models import PublicWorkPage, WorkMove
from pages.rules.works import Move, move_obstacles


class MoveRefused(ValidationError):
    """The work can't move so; the messages say why and who may, by field (`to`, `on`, `cause`, `reason`)."""


def may_record(user: User, work: PublicWorkPage) -> bool:
    """Whether the person may tell facts of the work, which are public at once: who may publish it may."""
    return work.permissions_for_user(user).can_publish()


@transaction.atomic
def move_work(
    *,
    work: PublicWorkPage,
    to: WorkStage,
    on: date,
    by: User | None,
    at: datetime,
    cause: str = "",
    reason: str = "",
    norm: str = "",
) -> WorkMove:
    """Note that the work passed to a state on a day; public at once. `by` is None when the program itself does it.

    Raises MoveRefused when the person may not, or the rules of `pages.rules.works` don't let it.
    """
    if by is not None and not may_record(by, work):
        raise MoveRefused({"to": _("No puede cambiar el estado: lo hace quien puede publicar la obra (Jefatura).")})
    kept = PublicWorkPage.objects.select_for_update(of=("self",)).get(pk=work.pk)
    obstacles = move_obstacles(kept.standing(), Move(to, on, cause, reason), today=at.astimezone(LIMA).date())
    if obstacles:
        raise MoveRefused(obstacles)
    move = WorkMove.objects.create(
        work=kept, from_stage=kept.stage if kept.stage_since else "", to_stage=to, on=on,
        cause=cause if to == WorkStage.PARALYSED else "", reason=reason.strip(), norm=norm.strip(),
        moved_by=by, moved_at=at,
    )  # fmt: skip
    note_fact(work, at=at, stage=to, stage_since=on)
    log(instance=work, action="pages.work.moved", user=by, data={"to": str(move)})
    return move


def note_fact(work: PublicWorkPage, *, at: datetime, **changed: object) -> None:
    """Keep what a recorded fact changes in the work's own row, and when it was recorded; the API's feed tells of it."""
    facts = {"facts_at": at} | changed
    PublicWorkPage.objects.filter(pk=work.pk).update(**facts)
    for name, value in facts.items():
        setattr(work, name, value)
    item_changed(item=work, at=at)
