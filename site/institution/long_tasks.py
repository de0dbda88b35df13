"""Work that takes longer than a page may. Rooms register functions by kind; the worker runs them.

A function is given its task, whose `arguments` say what to do, and `progress(done, total)`, to be called at least every
few minutes and outside any transaction, since others see what it tells only when that is committed. It returns what the
screen shows: `summary` (a sentence), `rows` (dicts, all with the keys that head the table) and `url` (a path of the
portal or the backend, with its `url_label`), all optional. It may be run again after a failure: what it did before must
do no harm.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task as background
from wagtail.log_actions import log

from institution.enums import LongTaskState
from institution.models import LongTask, User

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Result = dict[str, Any]
Run = Callable[[LongTask, Progress], Result]

RUNS: dict[str, Run] = {}
TOLD_EVERY_SECONDS = 0.5
KEPT_FOR = timedelta(days=90)


class TaskFailed(Exception):
    """The work can't be done; the message tells people why and what to do."""


class Superseded(Exception):
    """The task was started again meanwhile: this attempt has nothing more to say."""


def long_task(kind: str) -> Callable[[Run], Run]:
    """Register the function that does the tasks of a kind. Raises ValueError for a kind that another one does."""

    def register(run: Run) -> Run:
        if RUNS.setdefault(kind, run) is not run:
            raise ValueError(f"two functions do {kind!r}")
        return run

    return register


@transaction.atomic
def start(*, kind: str, title: str, by: User | None, arguments: dict[str, Any], at: datetime) -> LongTask:
    """Have the worker do a task of the kind once the caller's transaction is kept.

    `arguments` must be what JSON can hold. Raises LookupError for a kind that nobody registered.
    """
    if kind not in RUNS:
        raise LookupError(f"no function does {kind!r}")
    task = LongTask.objects.create(
        kind=kind, title=title[:200], started_by=by, arguments=arguments, created_at=at, seen_at=at
    )
    _enqueue(task)
    return task


@transaction.atomic
def start_again(*, task: LongTask, by: User, at: datetime) -> bool:
    """Do a failed or abandoned task anew, from the beginning; False if it is neither."""
    current = LongTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if not current.may_start_again(at):
        return False
    current.state, current.attempt, current.seen_at = LongTaskState.WAITING, current.attempt + 1, at
    current.started_at = current.finished_at = None
    current.done = current.total = 0
    current.message, current.result = "", {}
    current.save()
    log(instance=current, action="institution.task.started_again", user=by, timestamp=at)
    _enqueue(current)
    return True


def erase_old_tasks(at: datetime) -> int:
    """Erase the tasks that ended ninety days ago; how many."""
    return LongTask.objects.finished_before(at - KEPT_FOR).delete()[0]


def _enqueue(task: LongTask) -> None:
    pk, attempt = task.pk, task.attempt
    transaction.on_commit(lambda: run_long_task.enqueue(pk, attempt), robust=True)


@background()
def run_long_task(pk: int, attempt: int) -> None:
    """Do an attempt at a task, unless it was taken already or another attempt followed."""
    now = timezone.now()
    waiting = LongTask.objects.filter(pk=pk, attempt=attempt, state=LongTaskState.WAITING)
    if waiting.update(state=LongTaskState.RUNNING, started_at=now, seen_at=now):
        _run(LongTask.objects.get(pk=pk))


def _run(task: LongTask) -> None:
    try:
        result = RUNS[task.kind](task, _progress_of(task))
        _end(task, state=LongTaskState.DONE, result=_with_columns(result), done=F("total"))
    except Superseded:
        logger.warning("Attempt %s at the task %s was superseded", task.attempt, task.pk)
    except Exception as failure:
        logger.exception("The task %s (%s) failed", task.pk, task.kind)
        _end(task, state=LongTaskState.FAILED, message=_reason(failure))


def _progress_of(task: LongTask) -> Progress:
    """What saves how far the task is, twice a second at most."""
    last = float("-inf")

    def progress(done: int, total: int) -> None:
        nonlocal last
        if done < total and time.monotonic() - last < TOLD_EVERY_SECONDS:
            return
        last = time.monotonic()
        told = {"done": max(0, min(done, total)), "total": max(0, total), "seen_at": timezone.now()}
        if not _attempt(task).update(**told):
            raise Superseded

    return progress


def _attempt(task: LongTask) -> QuerySet[LongTask]:
    """The task's row while this attempt is the one that runs."""
    return LongTask.objects.filter(pk=task.pk, attempt=task.attempt, state=LongTaskState.RUNNING)


@transaction.atomic
def _end(task: LongTask, **outcome: Any) -> None:
    now = timezone.now()
    _attempt(task).update(finished_at=now, seen_at=now, **outcome)


def _with_columns(result: Result) -> Result:
    """The result with its columns in order, which PostgreSQL's JSON forgets."""
    rows = result.get("rows") or []
    return result | {"columns": list(rows[0])} if rows else result


def _reason(failure: Exception) -> str:
    if isinstance(failure, TaskFailed) and str(failure):
        return str(failure)
    return _(
        "El trabajo se detuvo por un error que no se esperaba. El detalle quedó en el registro del servidor. "
        "Inícielo de nuevo; si vuelve a fallar, avise a quien administra la plataforma."
    )
