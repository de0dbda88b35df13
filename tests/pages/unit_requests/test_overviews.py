"""List, board, calendar, «Mi día» and figures."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.enums import RequestState as State
from tests.factories.unit_requests import asked, asked_in
from tests.pages.desk import sign_in
from tests.pages.unit_requests.desk import address_of, signed_in, told_off


def test_the_list_shows_the_overdue_first_and_finds_by_what_is_typed(unit):
    today = timezone.localdate()
    late = asked(by=unit, title="Tardía", needed_by=today - timedelta(days=2))
    soon = asked(by=unit, title="Próxima", needed_by=today + timedelta(days=1))
    done = asked_in(State.PUBLISHED, by=unit, title="Hecha", needed_by=today - timedelta(days=9))
    client = signed_in(unit)
    listed = client.get(reverse("solicitudes:index"))
    assert list(listed.context["object_list"]) == [late, soon, done]
    assert "Vencida" in listed.content.decode()
    for query, found in [
        ({"q": late.number.text}, [late]),
        ({"overdue": "true"}, [late]),
        ({"state": "published"}, [done]),
        ({"format": "video"}, []),
        ({"ordering": "title"}, [done, soon, late]),
    ]:
        assert list(client.get(reverse("solicitudes:index"), query).context["object_list"]) == found, query


@pytest.mark.parametrize("typed", ['"', "'", "\0", "%", "a" * 5_000, "NOT (", "*", "  "])
def test_no_search_breaks_the_list(unit, typed):
    asked(by=unit)
    assert signed_in(unit).get(reverse("solicitudes:index"), {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "query", ["mes=2026-13", "mes=0000-00", "mes=9999-12", "mes=%00", "mes=2100-12", "mes=2000-01", "mes=" + "1" * 999]
)
def test_no_month_breaks_the_calendar(unit, query):
    assert signed_in(unit).get(f"{reverse('solicitudes:calendar')}?{query}").status_code == 200


def test_the_board_moves_a_request_by_its_button(unit):
    request = asked(by=unit)
    head = sign_in(Role.HEAD)
    board = reverse("solicitudes:board")
    assert address_of(request, "move", "accepted") in head.get(board).content.decode()
    answer = head.post(address_of(request, "move", "accepted"), {"next": board})
    assert answer.url == board
    assert head.post(address_of(request, "move", "declined"), {"reason": "No", "next": "https://evil.test/"}).url == (
        address_of(request)
    )


def test_the_calendar_shows_what_is_needed_and_the_events(unit):
    day = timezone.localdate() + timedelta(days=1)
    asked(by=unit, title="Feria", needed_by=day, event_at=timezone.now() + timedelta(days=1))
    page = signed_in(unit).get(reverse("solicitudes:calendar"), {"mes": day.strftime("%Y-%m")}).content.decode()
    assert page.count("Feria") == 2
    assert "Evento:" in page


def test_my_day_shows_each_what_waits_for_them(unit):
    returned = asked_in(State.RETURNED, by=unit, title="Devuelta a la unidad")
    asked(by=unit, title="Recién llegada")
    home = reverse("wagtailadmin_home")
    seen = signed_in(unit).get(home).content.decode()
    assert returned.title in seen
    assert "Recién llegada" not in seen
    heads = sign_in(Role.HEAD).get(home).content.decode()
    assert "Recién llegada" in heads
    assert returned.title not in heads


def test_a_spreadsheet_runs_nothing_of_what_a_unit_typed(unit):
    asked(by=unit, title="=HYPERLINK(1)")
    exported = sign_in(Role.HEAD).get(reverse("solicitudes:index"), {"export": "csv"}).getvalue().decode()
    assert "'=HYPERLINK(1)" in exported


def test_the_figures_by_unit_are_shown_and_exported(unit):
    asked_in(State.DECLINED, by=unit, at=timezone.now())
    head = sign_in(Role.HEAD)
    address = reverse("response_times")
    page = head.get(address).content.decode()
    assert unit.unit.name in page
    exported = head.get(address, {"export": "csv"}).getvalue().decode()
    assert f"{unit.unit.name},1,0,1" in exported
    assert head.get(address, {"export": "xlsx"}).status_code == 200
    for wrong in (
        {"since": "x"},
        {"since": "2026-02-01", "until": "2026-01-01"},
        {"since": "0001-01-01"},
        {"until": "9999-12-31"},
    ):
        assert head.get(address, wrong).status_code == 200
    assert told_off(signed_in(unit).get(address))
