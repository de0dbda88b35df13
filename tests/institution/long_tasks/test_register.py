"""The register of long tasks costs the same with few as with many, is exported and says what will come."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from institution.enums import LongTaskState, Role
from institution.models import LongTask
from tests.factories.long_tasks import failed_task
from tests.factories.people import user_with
from tests.pages.desk import sign_in
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
ENDED = {"kind": "prueba", "state": LongTaskState.DONE} | dict.fromkeys(
    ("created_at", "started_at", "seen_at", "finished_at"), NOON
)


def test_the_register_and_the_screen_cost_the_same_with_20_and_500_rows():
    client = sign_in(Role.HEAD)
    starters = [user_with(None) for _ in range(5)]

    def cost(rows: int) -> list[int]:
        LongTask.objects.all().delete()
        result = {"columns": ["A"], "rows": [{"A": n} for n in range(rows)]}
        LongTask.objects.bulk_create(
            LongTask(**ENDED, title=f"Tarea {n}", started_by=starters[n % 5], result=result if n == 0 else {})
            for n in range(rows)
        )
        detail = reverse("tareas:inspect", args=[LongTask.objects.earliest("pk").pk])
        return [queries_of(client, address) for address in (reverse("tareas:index"), detail)]

    cost(1)
    assert cost(20) == cost(500)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_is_exported(kind):
    failed_task(at=NOON)
    response = sign_in(Role.HEAD).get(reverse("tareas:index"), {"export": kind})
    assert b"".join(response.streaming_content)


def test_an_empty_list_says_what_will_come_and_a_search_that_nothing_matches():
    client = sign_in(Role.HEAD)
    assert "Aquí verá cómo van" in client.get(reverse("tareas:index")).content.decode()
    assert "Aquí verá cómo van" not in client.get(reverse("tareas:index") + "?q=nada").content.decode()
