"""List, board, calendar, figures and one request ask as many queries with twenty rows as with five hundred."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from institution.models import DocumentSeries, IssuedNumber
from pages.enums import RequestSide, RequestState
from pages.models import UnitRequest, UnitRequestFormat, UnitRequestMessage, UnitRequestMove
from tests.factories.institution import OrganicUnitFactory
from tests.factories.people import user_with
from tests.factories.unit_requests import NOW, asked, series
from tests.pages.desk import sign_in

STATES = [RequestState.RECEIVED, RequestState.ACCEPTED, RequestState.PRODUCTION, RequestState.REVIEW]


def many(count: int, *, start: int) -> None:
    """Requests of several units in several states, cheaply, all needed this month."""
    series()
    kept = DocumentSeries.objects.get(code="solicitud-difusion")
    units = [OrganicUnitFactory(code=f"UN{number}") for number in range(4)]
    people = [user_with(Role.WRITING) for _ in range(3)]
    numbers = IssuedNumber.objects.bulk_create(
        IssuedNumber(series=kept, year=2026, number=n, text=f"S-{n}-2026", subject="Asunto", issued_at=NOW)
        for n in range(start, start + count)
    )
    rows = UnitRequest.objects.bulk_create(
        UnitRequest(
            number=number,
            unit=units[n % 4],
            title=f"Pedido {n}",
            what="Texto",
            audience="Vecinos",
            needed_by=timezone.localdate() + timedelta(days=n % 3),
            event_at=timezone.now(),
            state=STATES[n % 4],
            assigned_to=people[n % 3],
            created_at=timezone.now(),
        )
        for n, number in enumerate(numbers)
    )
    UnitRequestFormat.objects.bulk_create(UnitRequestFormat(request=row, kind="note") for row in rows)
    UnitRequestMove.objects.bulk_create(
        UnitRequestMove(request=row, to_state="received", side=RequestSide.UNIT, moved_at=NOW) for row in rows
    )


@pytest.mark.parametrize(
    "address",
    ["solicitudes:index", "solicitudes:board", "solicitudes:calendar", "response_times", "wagtailadmin_home"],
)
def test_queries_stay_the_same_from_twenty_requests_to_five_hundred(tree, address):
    head = sign_in(Role.HEAD)
    many(20, start=1)
    few = queries(head, reverse(address))
    many(480, start=100)
    assert queries(head, reverse(address)) == few


def test_an_export_of_five_hundred_asks_no_more_than_one_of_twenty(tree):
    head = sign_in(Role.HEAD)
    many(20, start=1)
    address = f"{reverse('solicitudes:index')}?export=csv"
    few = queries(head, address)
    many(480, start=100)
    assert queries(head, address) == few


def test_a_long_conversation_asks_no_more_than_a_short_one(tree):
    head, request = sign_in(Role.HEAD), asked()
    address = reverse("solicitudes:inspect", args=[request.pk])
    talk(request, 20)
    few = queries(head, address)
    talk(request, 480)
    assert queries(head, address) == few


def talk(request: UnitRequest, count: int) -> None:
    UnitRequestMessage.objects.bulk_create(
        UnitRequestMessage(request=request, side=RequestSide.UNIT, signed="Enlace", text="Hola", sent_at=NOW)
        for _ in range(count)
    )
    UnitRequestMove.objects.bulk_create(
        UnitRequestMove(request=request, to_state="received", side=RequestSide.UNIT, moved_at=NOW) for _ in range(count)
    )


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
        answer.getvalue()
    assert answer.status_code == 200
    return len(captured)
