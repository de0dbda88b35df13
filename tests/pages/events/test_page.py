"""The page of an event says when, where and how it stands, to people and to search engines."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from institution.rules.lima import LIMA
from pages.actions.event_states import cancel_event, postpone_event
from pages.enums import Frequency
from pages.models import EventPage, EventProducer
from tests.factories.events import draft_event, open_event, published_event, registered
from tests.factories.people import user_with
from tests.factories.photo_sets import photo_set, told_image

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def now():
    return timezone.now().replace(microsecond=0)


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


def linked_data(client, event: EventPage) -> list[dict]:
    page = client.get(event.url).content.decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return next(data["@graph"] for data in map(json.loads, scripts) if "@graph" in data)


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
