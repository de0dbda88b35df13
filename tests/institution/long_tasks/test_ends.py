"""What was abandoned or failed starts again, nothing impossible is kept, and what ended is erased in time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from institution.enums import LongTaskState
from institution.long_tasks import RUNS, Progress, erase_old_tasks, run_long_task, start, start_again
from institution.models import LongTask
from tests.factories.long_tasks import failed_task, running_task
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_work_that_tells_nothing_for_ten_minutes_has_lost_its_worker_and_starts_again():
    task = running_task(since=NOON, seen_at=NOON, done=4, total=9)
    assert not start_again(task=task, by=user_with(None), at=NOON + 10 * MINUTE)
    assert start_again(task=task, by=user_with(None), at=NOON + 11 * MINUTE)
    task.refresh_from_db()
    assert (task.state, task.attempt, task.done, task.total) == (LongTaskState.WAITING, 2, 0, 0)


def test_an_attempt_that_comes_back_from_the_dead_stops_and_changes_nothing(monkeypatch):
    def come_back_late(task: LongTask, progress: Progress) -> dict:
        start_again(task=task, by=user_with(None), at=timezone.now() + 11 * MINUTE)
        progress(1, 1)
        return {"summary": "Nunca se lee"}

    monkeypatch.setitem(RUNS, "prueba-contar", come_back_late)
    task = start(kind="prueba-contar", title="Prueba", by=None, arguments={}, at=NOON)
    run_long_task.call(task.pk, 1)
    task.refresh_from_db()
    assert (task.state, task.attempt, task.result) == (LongTaskState.WAITING, 2, {})


def test_only_what_failed_or_was_abandoned_starts_again(done):
    task = done("contar", to=1)
    assert not start_again(task=task, by=user_with(None), at=NOON + timedelta(days=1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "otro"},
        {"done": 2, "total": 1},
        {"state": LongTaskState.WAITING},
        {"state": LongTaskState.RUNNING},
        {"message": ""},
        {"state": LongTaskState.DONE},
    ],
)
def test_the_database_refuses_a_task_that_cannot_be(wrong):
    failed_task(at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        LongTask.objects.update(**wrong)


def test_tasks_are_erased_ninety_days_after_they_ended():
    failed_task(at=NOON)
    running_task(since=NOON, seen_at=NOON)
    assert erase_old_tasks(NOON + timedelta(days=90)) == 0
    assert erase_old_tasks(NOON + timedelta(days=90, seconds=1)) == 1
    assert LongTask.objects.get().state == LongTaskState.RUNNING
