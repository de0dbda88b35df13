"""Long tasks: done by the worker, telling how far they are, failing readably, seen by whom they concern."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.actions.seed_roles import seed_roles
from institution.enums import LongTaskState, Role
from institution.long_tasks import (
    RUNS,
    Progress,
    TaskFailed,
    erase_old_tasks,
    long_task,
    run_long_task,
    start,
    start_again,
)
from institution.models import LongTask, User
from tests.factories.long_tasks import failed_task
from tests.factories.people import user_with

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.django_db


@long_task("prueba-contar")
def count_to(task: LongTask, progress: Progress) -> dict:
    """Tell each step, and note what everybody could see of it meanwhile."""
    seen = []
    for n in range(1, task.arguments["to"] + 1):
        progress(n, task.arguments["to"])
        seen.append(LongTask.objects.values_list("state", "done", "total").get(pk=task.pk))
    return {"summary": "Se contó todo.", "rows": [{"Paso": n, "Visto": str(each)} for n, each in enumerate(seen)]}


@long_task("prueba-negarse")
def refuse(task: LongTask, progress: Progress) -> dict:
    raise TaskFailed("El archivo está vacío. Elija otro.")


@long_task("prueba-romperse")
def break_down(task: LongTask, progress: Progress) -> dict:
    progress(3, 9)
    raise ZeroDivisionError("secreto")


@long_task("prueba-devolver")
def give_back(task: LongTask, progress: Progress) -> dict:
    return task.arguments if task.arguments else {"summary": object()}


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """Starts a task of a kind and lets the worker do it."""

    def do(kind: str, *, by: User | None = None, **arguments) -> LongTask:
        with django_capture_on_commit_callbacks(execute=True):
            task = start(kind=f"prueba-{kind}", title="Prueba", by=by, arguments=arguments, at=NOON)
        return LongTask.objects.get(pk=task.pk)

    return do


def running(*, seen_at: datetime, **fields) -> LongTask:
    """A task that a worker took and last told of at the instant."""
    return LongTask.objects.create(
        kind="prueba-contar",
        title="Prueba",
        state=LongTaskState.RUNNING,
        created_at=NOON,
        started_at=NOON,
        seen_at=seen_at,
        **fields,
    )


def signed_in(role: Role = Role.HEAD) -> Client:
    seed_roles()
    client = Client()
    client.force_login(user_with(role))
    return client


def person_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def screen(client: Client, task: LongTask, **query) -> str:
    return client.get(reverse("tareas:inspect", args=[task.pk]), query).content.decode()


# Doing them


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


# Starting again


def test_work_that_tells_nothing_for_ten_minutes_has_lost_its_worker_and_starts_again():
    task = running(seen_at=NOON, done=4, total=9)
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
    running(seen_at=NOON)
    assert erase_old_tasks(NOON + timedelta(days=90)) == 0
    assert erase_old_tasks(NOON + timedelta(days=90, seconds=1)) == 1
    assert LongTask.objects.get().state == LongTaskState.RUNNING


# The screens


def test_who_started_a_task_sees_it_and_others_of_their_role_do_not(done):
    client, other = signed_in(Role.PRESS), signed_in(Role.PRESS)
    task = done("contar", by=person_of(client), to=1)
    address = reverse("tareas:inspect", args=[task.pk])
    assert [each.get(address).status_code for each in (client, other, Client())] == [200, 302, 302]
    listed = [task.title in each.get(reverse("tareas:index")).content.decode() for each in (client, other)]
    assert listed == [True, False]
    assert task.title in signed_in(Role.HEAD).get(reverse("tareas:index")).content.decode()


def test_the_screen_of_a_task_shows_its_advance_and_reloads_until_told_not_to():
    client = signed_in()
    task = running(seen_at=timezone.now(), done=4, total=9)
    html = screen(client, task)
    assert '<progress id="task-progress" max="9" value="4">' in html
    assert "Avance: 4 de 9" in html
    assert ">En marcha</span>" in html
    assert 'http-equiv="refresh"' in html
    assert 'http-equiv="refresh"' not in screen(client, task, quieta=1)


def test_a_task_without_a_worker_says_so_and_offers_to_start_again():
    client = signed_in()
    task = running(seen_at=timezone.now() - 11 * MINUTE)
    html = screen(client, task)
    assert ">Interrumpida</span>" in html
    assert 'http-equiv="refresh"' not in html
    assert (
        "La tarea se inició de nuevo"
        in client.post(reverse("tareas:again", args=[task.pk]), follow=True).content.decode()
    )


def test_a_task_that_nobody_took_says_so():
    task = start(kind="prueba-contar", title="Prueba", by=None, arguments={}, at=timezone.now() - 11 * MINUTE)
    assert ">Sin atender</span>" in screen(signed_in(), task)


def test_a_failed_task_says_why(done):
    assert "El archivo está vacío. Elija otro." in screen(signed_in(), done("negarse"))


def test_the_result_is_a_sentence_a_table_in_pages_and_a_way_on(done):
    rows = [{"Zona": f"Zona {n}", "Aviso": "<b>"} for n in range(120)]
    task = done("devolver", summary="Se revisaron 120.", rows=rows, url="/admin/noticias/", url_label="Ver las notas")
    client = signed_in()
    html = screen(client, task)
    assert html.index("Se revisaron 120.") < html.index('<a class="button" href="/admin/noticias/">Ver las notas</a>')
    assert html.index('<th scope="col">Zona</th>') < html.index('<th scope="col">Aviso</th>')
    assert "<td>Zona 49</td><td>&lt;b&gt;</td>" in html
    assert "Zona 50" not in html
    assert "<td>Zona 119</td>" in screen(client, task, p=3)
    assert "<td>Zona 119</td>" in screen(client, task, p="99999999999999999999")


@pytest.mark.parametrize("url", ["https://otro.example.test/", "//otro.example.test", "javascript:alert(1)", 7])
def test_the_result_leads_nowhere_else(done, url):
    assert "Ver el resultado" not in screen(signed_in(), done("devolver", summary="Listo.", url=url))


def test_the_register_and_the_screen_cost_the_same_with_20_and_500_rows():
    client = signed_in()
    starters = [user_with(None) for _ in range(5)]

    def cost(rows: int) -> list[int]:
        LongTask.objects.all().delete()
        result = {"columns": ["A"], "rows": [{"A": n} for n in range(rows)]}
        LongTask.objects.bulk_create(
            LongTask(
                kind="prueba",
                title=f"Tarea {n}",
                state=LongTaskState.DONE,
                started_by=starters[n % 5],
                created_at=NOON,
                started_at=NOON,
                seen_at=NOON,
                finished_at=NOON,
                result=result if n == 0 else {},
            )
            for n in range(rows)
        )
        detail = reverse("tareas:inspect", args=[LongTask.objects.earliest("pk").pk])
        return [queries_of(client, address) for address in (reverse("tareas:index"), detail)]

    cost(1)
    assert cost(20) == cost(500)


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_is_exported(kind):
    failed_task(at=NOON)
    response = signed_in().get(reverse("tareas:index"), {"export": kind})
    assert b"".join(response.streaming_content)


def test_an_empty_list_says_what_will_come_and_a_search_that_nothing_matches(client):
    seed_roles()
    client.force_login(user_with(Role.HEAD))
    assert "Aquí verá cómo van" in client.get(reverse("tareas:index")).content.decode()
    assert "Aquí verá cómo van" not in client.get(reverse("tareas:index") + "?q=nada").content.decode()
