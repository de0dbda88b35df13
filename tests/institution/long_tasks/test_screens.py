"""The screen of a long task tells its advance and its result to whom it concerns."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from institution.long_tasks import start
from institution.models import LongTask, User
from tests.factories.long_tasks import running_task
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def screen(client: Client, task: LongTask, **query) -> str:
    return client.get(reverse("tareas:inspect", args=[task.pk]), query).content.decode()


def person_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def test_who_started_a_task_sees_it_and_others_of_their_role_do_not(done):
    client, other = sign_in(Role.PRESS), sign_in(Role.PRESS)
    task = done("contar", by=person_of(client), to=1)
    address = reverse("tareas:inspect", args=[task.pk])
    assert [each.get(address).status_code for each in (client, other, Client())] == [200, 302, 302]
    listed = [task.title in each.get(reverse("tareas:index")).content.decode() for each in (client, other)]
    assert listed == [True, False]
    assert task.title in sign_in(Role.HEAD).get(reverse("tareas:index")).content.decode()


def test_the_screen_of_a_task_shows_its_advance_and_reloads_until_told_not_to():
    client = sign_in(Role.HEAD)
    task = running_task(since=NOON, seen_at=timezone.now(), done=4, total=9)
    html = screen(client, task)
    assert '<progress id="task-progress" max="9" value="4">' in html
    assert "Avance: 4 de 9" in html
    assert ">En marcha</span>" in html
    assert 'http-equiv="refresh"' in html
    assert 'http-equiv="refresh"' not in screen(client, task, quieta=1)


def test_a_task_without_a_worker_says_so_and_offers_to_start_again():
    client = sign_in(Role.HEAD)
    task = running_task(since=NOON, seen_at=timezone.now() - 11 * MINUTE)
    html = screen(client, task)
    assert ">Interrumpida</span>" in html
    assert 'http-equiv="refresh"' not in html
    assert (
        "La tarea se inició de nuevo"
        in client.post(reverse("tareas:again", args=[task.pk]), follow=True).content.decode()
    )


def test_a_task_that_nobody_took_says_so():
    task = start(kind="prueba-contar", title="Prueba", by=None, arguments={}, at=timezone.now() - 11 * MINUTE)
    assert ">Sin atender</span>" in screen(sign_in(Role.HEAD), task)


def test_a_failed_task_says_why(done):
    assert "El archivo está vacío. Elija otro." in screen(sign_in(Role.HEAD), done("negarse"))


def test_the_result_is_a_sentence_a_table_in_pages_and_a_way_on(done):
    rows = [{"Zona": f"Zona {n}", "Aviso": "<b>"} for n in range(120)]
    task = done("devolver", summary="Se revisaron 120.", rows=rows, url="/admin/noticias/", url_label="Ver las notas")
    client = sign_in(Role.HEAD)
    html = screen(client, task)
    assert html.index("Se revisaron 120.") < html.index('<a class="button" href="/admin/noticias/">Ver las notas</a>')
    assert html.index('<th scope="col">Zona</th>') < html.index('<th scope="col">Aviso</th>')
    assert "<td>Zona 49</td><td>&lt;b&gt;</td>" in html
    assert "Zona 50" not in html
    assert "<td>Zona 119</td>" in screen(client, task, p=3)
    assert "<td>Zona 119</td>" in screen(client, task, p="99999999999999999999")


@pytest.mark.parametrize("url", ["https://otro.example.test/", "//otro.example.test", "javascript:alert(1)", 7])
def test_the_result_leads_nowhere_else(done, url):
    assert "Ver el resultado" not in screen(sign_in(Role.HEAD), done("devolver", summary="Listo.", url=url))
