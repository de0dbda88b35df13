"""The events in the API: their dates expanded between two instants, how they stand, and nothing that isn't public."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from institution.enums import Role
from institution.rules.lima import LIMA
from pages.actions.event_states import cancel_event, postpone_event
from pages.enums import EventKind, Frequency
from pages.models import EventProducer
from tests.factories.events import FAIR_OPENS, open_event, published_event
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db
LIST = "/api/v1/events"
WEEKLY = {"repeats": Frequency.WEEKLY, "repeat_count": 10}
DAY = timedelta(days=1)


def items(client, query: str = "") -> list[dict]:
    answer = client.get(f"{LIST}{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


def titles(client, query: str = "") -> list[str]:
    return [item["title"] for item in items(client, query)]


def test_a_series_is_expanded_between_two_days_both_included(client):
    published_event(**WEEKLY, exceptions=[{"day": date(2026, 12, 19)}])
    (item,) = items(client, "?from=2026-12-12&to=2026-12-26")
    assert [each["starts_at"] for each in item["occurrences"]] == [
        "2026-12-12T09:00:00-05:00", "2026-12-26T09:00:00-05:00",
    ]  # fmt: skip
    assert item["recurrence"] == "FREQ=WEEKLY;COUNT=10"
    assert len(items(client)[0]["occurrences"]) == 9


def test_only_events_with_a_time_between_both_are_listed_from_the_earliest(client):
    published_event(title="Salta", starts=[FAIR_OPENS, FAIR_OPENS + 40 * DAY])
    published_event(title="Cae", starts=[FAIR_OPENS + 10 * DAY])
    published_event(title="Luego", starts=[FAIR_OPENS + 60 * DAY])
    assert titles(client, "?from=2026-12-10&to=2026-12-31") == ["Cae"]
    assert titles(client, "?from=2026-12-10") == ["Cae", "Salta", "Luego"]
    assert titles(client, "?to=2026-12-10") == ["Salta"]


def test_what_is_over_goes_last_and_pages_neither_repeat_nor_lose(client):
    for n in range(5):
        published_event(title=f"Evento {n}", starts=[timezone.now() + (n - 2) * DAY + timedelta(hours=1)])
    seen, cursor = [], ""
    while cursor is not None:
        answer = client.get(f"{LIST}?limit=2{cursor and f'&cursor={cursor}'}").json()
        seen += [item["title"] for item in answer["items"]]
        cursor = answer["next"]
    assert seen == ["Evento 2", "Evento 3", "Evento 4", "Evento 0", "Evento 1"]


def test_how_it_stands_is_told_at_once(client):
    event, head = published_event(starts=[timezone.now() + 5 * DAY]), user_with(Role.HEAD)
    to = (timezone.now() + 12 * DAY).replace(microsecond=0)
    postpone_event(event=event, to=to, reason="Lluvia", by=head, at=timezone.now())
    (item,) = items(client, "?state=postponed")
    assert (item["status"]["state"], item["status"]["reason"], item["status"]["sequence"]) == ("postponed", "Lluvia", 1)
    assert datetime.fromisoformat(item["status"]["postponed_to"]) == to
    assert item["occurrences"][0]["starts_at"] != item["occurrences"][0]["original_start"]
    assert item["updated_at"] > item["published_at"]
    cancel_event(event=event, reason="Duelo", by=head, at=timezone.now())
    assert items(client, "?state=postponed") == []
    assert items(client)[0]["status"]["state"] == "cancelled"


def test_a_whole_event_tells_its_producers_and_its_registration_but_nobody_who_registered(client):
    event = open_event(starts=[timezone.now() + 5 * DAY], capacity=10, kind=EventKind.FAIR)
    event.producers.set([EventProducer(name="Queseras", product="Queso")])
    event.save_revision().publish()
    told = client.get(f"{LIST}/{event.slug}?body=none").json()
    assert told["producers"] == [{"name": "Queseras", "product": "Queso", "locality": None, "contact": None}]
    assert (told["registration"]["open"], told["registration"]["capacity"]) == (True, 10)
    assert told["kind_name"] == "Feria"
    assert "email" not in str(told)


def test_a_point_outside_peru_is_not_told(client):
    published_event(latitude="9.78", longitude="77.61")
    assert items(client)[0]["venue"]["latitude"] is None


@pytest.mark.parametrize(
    "query", ["from=ayer", "to=2026-13-01", "kind=party", "state=zz", "from=", "order=zz", "from=2026-01-01T00:00"]
)
def test_what_is_not_understood_is_a_problem_and_never_a_wrong_list(client, tree, query):
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_what_is_under_embargo_is_nowhere(client):
    hidden = published_event(embargo_until=timezone.now() + DAY)
    assert items(client) == []
    assert client.get(f"{LIST}/{hidden.slug}").status_code == 404


def test_many_events_ask_as_much_as_few(client, django_assert_max_num_queries):
    for _ in range(20):
        published_event(**WEEKLY)
    with django_assert_max_num_queries(14):
        assert len(items(client, "?limit=100&from=2026-12-01")) == 20


def test_times_are_by_the_clock_of_lima(client):
    published_event()
    assert datetime.fromisoformat(items(client)[0]["occurrences"][0]["starts_at"]).utcoffset() == LIMA.utcoffset(
        FAIR_OPENS
    )
