"""The agenda as a citizen finds it: lists, filters, the month, the event's page, what machines are told, the home."""

import json
import re
from datetime import datetime, timedelta

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from institution.rules.lima import LIMA
from pages.actions.event_states import cancel_event, postpone_event
from pages.enums import EventKind, EventModality, Frequency
from pages.models import EventDate, EventPage, EventProducer
from tests.factories.events import draft_event, open_event, published_event, registered
from tests.factories.institution import DistrictFactory, OrganicUnitFactory
from tests.factories.pages import topic
from tests.factories.people import user_with
from tests.factories.photo_sets import photo_set, told_image

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def now():
    return timezone.now().replace(microsecond=0)


def listed(client, query: str = "") -> list[str]:
    """The titles that the agenda shows, in order."""
    page = client.get(f"/eventos/{query}").content.decode()
    return re.findall(r'class="card__title"><a [^>]*>([^<]+)</a>', page)


def linked_data(client, event: EventPage) -> list[dict]:
    page = client.get(event.url).content.decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return next(data["@graph"] for data in map(json.loads, scripts) if "@graph" in data)


# The list


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


# The month


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


# The page


def test_a_postponed_event_shows_its_old_date_struck_through_and_the_new_one(client):
    event = published_event(starts=[now() + 5 * DAY])
    to = now() + 12 * DAY
    postpone_event(event=event, to=to, reason="Lluvias fuertes", by=user_with(Role.HEAD), at=now())
    page = client.get(event.url).content.decode()
    assert "Postergado al" in page
    assert "Lluvias fuertes" in page
    assert re.search(r"<del>.*?Antes:", page)
    assert "Postergado" in client.get("/eventos/").content.decode()


def test_a_cancelled_event_stays_in_sight_with_its_reason_and_takes_nobody(client):
    event = open_event(starts=[now() + 5 * DAY])
    cancel_event(event=event, reason="Duelo provincial", by=user_with(Role.HEAD), at=now())
    page = client.get(event.url).content.decode()
    assert "Duelo provincial" in page
    assert "Inscribirme" not in page
    assert "Cancelado" in client.get("/eventos/").content.decode()


def test_the_page_says_when_where_how_much_and_how_often(client):
    event = published_event(
        starts=[now() + 5 * DAY], repeats=Frequency.WEEKLY, repeat_count=20, latitude="-9.78028", longitude="-77.61056"
    )
    page = client.get(event.url).content.decode()
    for words in ("Plaza de Armas", "Gratuito", "Cada semana:", "y 8 fechas más", "mlat=-9.78028", "evento.ics"):
        assert words in page


def test_producers_are_shown_and_their_contact_only_with_consent(client):
    event = published_event(starts=[now() + 5 * DAY])
    event.producers.set(
        [
            EventProducer(name="Asociación Los Andes", product="Queso", contact="999 888 777", contact_consent=True),
            EventProducer(name="Panadería", product="Pan de trigo"),
        ]
    )
    event.save_revision().publish()
    page = client.get(event.url).content.decode()
    assert "Asociación Los Andes" in page
    assert "999 888 777" in page


def test_an_event_that_was_tells_what_happened(client):
    event = published_event(starts=[now() - 5 * DAY], outcome="Participaron 200 familias.")
    page = client.get(event.url).content.decode()
    assert "Participaron 200 familias." in page
    assert "ya se realizó" in page
    assert "evento.ics" not in page


def test_the_sets_of_photos_of_an_event_are_shown_with_it(client):
    event = published_event(starts=[now() - 5 * DAY])
    photo_set(told_image(), page=event)
    assert "data-gallery" in client.get(event.url).content.decode()


def test_the_places_left_are_told_and_when_none_is_the_waiting_list_is_offered(client):
    event = open_event(starts=[now() + 5 * DAY], capacity=2)
    registered(event, at=now())
    assert "queda 1" in client.get(event.url).content.decode()
    registered(event, at=now())
    assert "lista de espera" in client.get(event.url).content.decode()


def test_a_hidden_event_is_nowhere(client):
    hidden = published_event(title="Secreto", starts=[now() + DAY], embargo_until=now() + DAY)
    draft_event(title="Secreto también", starts=[now() + DAY])
    month = (now() + DAY).astimezone(LIMA).strftime("%Y-%m")
    for address in ("/eventos/", f"/eventos/?mes={month}", "/", reverse("agenda_ics"), reverse("events_rss")):
        assert "Secreto" not in client.get(address).content.decode(), address
    assert client.get(hidden.url).status_code == 404


# For machines


def test_search_engines_are_told_each_time_with_how_it_stands(client):
    start = now() + 5 * DAY
    event = published_event(starts=[start, start + 7 * DAY], price="S/ 5.00", latitude="-9.78", longitude="-77.61")
    told = linked_data(client, event)
    assert [each["eventStatus"].rpartition("/")[2] for each in told] == ["EventScheduled"] * 2
    assert told[0]["startDate"] == start.astimezone(LIMA).isoformat()
    assert told[0]["location"][0]["geo"]["latitude"] == -9.78
    assert told[0]["isAccessibleForFree"] is False
    assert told[0]["eventAttendanceMode"].endswith("OfflineEventAttendanceMode")


@pytest.mark.parametrize(("days", "status"), [(7, "EventRescheduled"), (None, "EventPostponed")])
def test_search_engines_are_told_of_a_postponement(client, days, status):
    start = now() + 5 * DAY
    event = published_event(starts=[start])
    to = start + days * DAY if days else None
    postpone_event(event=event, to=to, reason="Lluvia", by=user_with(Role.HEAD), at=now())
    (told,) = linked_data(client, event)
    assert told["eventStatus"] == f"https://schema.org/{status}"
    assert ("previousStartDate" in told) == bool(days)


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
