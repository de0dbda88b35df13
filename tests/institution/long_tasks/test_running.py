"""A long task is done once by the worker, tells how far it is, and fails readably."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from institution.enums import LongTaskState
from institution.long_tasks import RUNS, long_task, run_long_task, start
from institution.models import LongTask
from tests.institution.long_tasks.kinds import count_to, refuse

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_a_task_waits_until_what_asked_for_it_is_kept():
    task = start(kind="prueba-contar", title="Prueba", by=None, arguments={"to": 1}, at=NOON)
    assert LongTask.objects.get().state == LongTaskState.WAITING
    with transaction.atomic():
        start(kind="prueba-contar", title="Otra", by=None, arguments={"to": 1}, at=NOON)
        transaction.set_rollback(True)
    assert list(LongTask.objects.all()) == [task]


def test_how_far_it_is_is_saved_while_it_runs(done):
    task = done("contar", to=3)
    seen = [row["Visto"] for row in task.result["rows"]]
    assert (seen[0], seen[-1]) == ("('running', 1, 3)", "('running', 3, 3)")
    assert (task.state, task.done, task.total) == (LongTaskState.DONE, 3, 3)


def test_telling_every_step_of_a_long_way_does_not_write_each(done):
    with CaptureQueriesContext(connection) as queries:
        task = start(kind="prueba-contar", title="Prueba", by=None, arguments={"to": 2_000}, at=NOON)
        run_long_task.call(task.pk, 1)
    assert sum("UPDATE" in query["sql"] for query in queries) < 50


def test_an_unknown_kind_is_refused_and_a_kind_has_one_function():
    with pytest.raises(LookupError, match="prueba-nada"):
        start(kind="prueba-nada", title="Prueba", by=None, arguments={}, at=NOON)
    with pytest.raises(ValueError, match="two functions"):
        long_task("prueba-contar")(refuse)
    assert long_task("prueba-contar")(count_to) is RUNS["prueba-contar"]


def test_a_failure_that_the_work_foresaw_is_told_in_its_words(done):
    task = done("negarse")
    assert (task.state, task.message) == (LongTaskState.FAILED, "El archivo está vacío. Elija otro.")


@pytest.mark.parametrize("kind", ["romperse", "devolver"])
def test_a_failure_that_nobody_foresaw_is_told_readably_and_logged(done, caplog, kind):
    task = done(kind)
    assert task.state == LongTaskState.FAILED
    assert "no se esperaba" in task.message
    assert "secreto" not in task.message
    assert "Traceback" in caplog.text


def test_a_task_is_done_once_however_often_the_worker_is_told(done):
    task = done("contar", to=1)
    run_long_task.call(task.pk, 1)
    assert LongTask.objects.get(pk=task.pk).finished_at == task.finished_at
