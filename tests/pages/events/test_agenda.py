"""The agenda as a citizen finds it: the list with its filters, the month, the feed and the home."""

import re
from datetime import datetime, timedelta

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone

from institution.rules.lima import LIMA
from pages.enums import EventKind, EventModality
from pages.models import EventDate
from tests.factories.events import draft_event, published_event
from tests.factories.institution import DistrictFactory, OrganicUnitFactory
from tests.factories.pages import topic

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def now():
    return timezone.now().replace(microsecond=0)


def listed(client, query: str = "") -> list[str]:
    """The titles that the agenda shows, in order."""
    page = client.get(f"/eventos/{query}").content.decode()
    return re.findall(r'class="card__title"><a [^>]*>([^<]+)</a>', page)


def test_what_is_to_come_goes_first_to_last_and_what_was_last_to_first(client):
    for title, days in (("Lejos", 20), ("Pronto", 2), ("Ayer", -1), ("Antes", -9)):
        published_event(title=title, starts=[now() + days * DAY])
    assert listed(client) == ["Pronto", "Lejos"]
    assert listed(client, "?cuando=pasados") == ["Ayer", "Antes"]


def test_an_event_of_several_dates_is_listed_once_by_its_next(client):
    published_event(title="Taller", starts=[now() - DAY, now() + 3 * DAY, now() + 5 * DAY])
    published_event(title="Feria", starts=[now() + 4 * DAY])
    assert listed(client) == ["Taller", "Feria"]
    assert listed(client, "?cuando=pasados") == ["Taller"]


def test_what_goes_on_now_is_still_to_come(client):
    published_event(title="Ahora", starts=[now() - timedelta(hours=1)])
    assert listed(client) == ["Ahora"]


def test_the_list_is_filtered_by_each_thing_one_asks(client):
    district, unit = DistrictFactory(slug="aija"), OrganicUnitFactory(code="GDE")
    found = published_event(
        title="Feria virtual",
        kind=EventKind.FAIR,
        modality=EventModality.VIRTUAL,
        virtual_url="https://www.example.test/sala",
        district=district,
        unit=unit,
        starts=[now() + 2 * DAY],
    )
    found.topics.set([topic("Agro")])
    found.save_revision().publish()
    published_event(title="Otro", starts=[now() + 2 * DAY])
    for query in ("tipo=fair", "modalidad=virtual", "distrito=aija", "unidad=GDE", "tema=agro"):
        assert listed(client, f"?{query}") == ["Feria virtual"], query


def test_between_two_days_are_those_that_take_place_then_and_no_series_that_jumps_over(client):
    soon = (now() + 2 * DAY).astimezone(LIMA).date()
    published_event(title="Salta", starts=[now() + 2 * DAY, now() + 30 * DAY])
    published_event(title="Cae", starts=[now() + 10 * DAY])
    assert listed(client, f"?desde={soon + 5 * DAY}&hasta={soon + 15 * DAY}") == ["Cae"]
    assert listed(client, f"?desde={soon + 5 * DAY}") == ["Cae", "Salta"]


@pytest.mark.parametrize(
    "query",
    ["?tipo=zz", "?desde=ayer", "?mes=2026-13", "?mes=9999-12", "?mes=%00", "?cuando=zz", "?pagina=zz", "?mes=0001-01"],
)
def test_what_is_not_understood_never_breaks_the_list(client, query):
    published_event(title="Feria", starts=[now() + 2 * DAY])
    answer = client.get(f"/eventos/{query}")
    assert answer.status_code == 200
    assert "Feria" in answer.content.decode()


def test_choosing_a_page_or_a_filter_keeps_what_was(client):
    for n in range(13):
        published_event(title=f"Evento {n}", starts=[now() - (n + 1) * DAY])
    page = client.get("/eventos/?cuando=pasados").content.decode()
    assert re.search(r"\?cuando=pasados&(amp;)?pagina=2", page)
    assert '<input type="hidden" name="cuando" value="pasados">' in page


def test_the_list_the_month_and_the_home_ask_as_much_for_many_events_as_for_few(client, django_assert_max_num_queries):
    for _ in range(40):
        published_event(starts=[now() + n * DAY for n in range(1, 11)])
    month = (now() + DAY).astimezone(LIMA).strftime("%Y-%m")
    for address, most in (("/eventos/", 34), (f"/eventos/?mes={month}", 36), ("/", 32)):
        client.get(address)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_the_month_shows_each_time_on_its_day_and_a_long_one_on_all_of_its_days(client):
    start = datetime(now().year + 1, 3, 10, 9, tzinfo=LIMA)
    event = draft_event(title="Fiesta")
    event.dates.set([EventDate(starts_at=start, ends_at=start + 2 * DAY, all_day=True)])
    event.save_revision().publish()
    page = client.get(f"/eventos/?mes={start:%Y-%m}").content.decode()
    days = re.split(r'<li class="month__day', page)[1:]
    found = [re.search(r'datetime="([\d-]+)"', day).group(1)[-2:] for day in days if "Fiesta" in day]
    assert found == ["10", "11", "12"]


def test_a_month_with_nothing_says_so(client, tree):
    assert "No hay actividades publicadas" in client.get(f"/eventos/?mes={now().year}-01").content.decode()


def test_the_next_activities_are_on_the_home_page(client):
    assert "Próximas actividades" not in client.get("/").content.decode()
    published_event(title="Feria de quesos", starts=[now() + 5 * DAY])
    page = client.get("/").content.decode()
    assert "Próximas actividades" in page
    assert "Feria de quesos" in page


def test_the_feed_tells_when_it_is_from_the_next_on(client):
    for title, days in (("Lejos", 9), ("Pronto", 2), ("Ayer", -1)):
        published_event(title=title, starts=[now() + days * DAY])
    entries = feedparser.parse(client.get(reverse("events_rss")).content).entries
    assert [entry.title for entry in entries] == ["Pronto", "Lejos"]
    assert re.search(r"de \d\d:\d\d a \d\d:\d\d\.", entries[0].summary)
