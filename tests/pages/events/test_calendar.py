"""The calendar files, read back by two parsers that share no code with what writes them."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
import vobject
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from institution.enums import Role
from institution.rules.lima import LIMA
from pages.actions.event_states import cancel_event, postpone_event
from pages.enums import Frequency
from pages.feeds.calendar import calendar_of
from pages.models import EventPage
from pages.rules.recurrence import Recurrence, first_days, rule_text
from tests.factories.events import FAIR_OPENS, NOON, published_event
from tests.factories.institution import DistrictFactory
from tests.factories.pages import topic
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db
WEEKLY = {"repeats": Frequency.WEEKLY, "repeat_count": 4}
RECENT = timezone.now().replace(microsecond=0) + timedelta(days=5)


def file_of(*events: EventPage) -> bytes:
    return calendar_of([EventPage.objects.get(pk=event.pk) for event in events], name="Agenda", at=NOON)


def told(event: EventPage) -> icalendar.Event:
    """The only VEVENT of the event's file."""
    (component,) = icalendar.Calendar.from_ical(file_of(event)).walk("VEVENT")
    return component


def read_by_recurring(file: bytes) -> list[tuple[datetime, datetime]]:
    """When things happen over ten years, as recurring-ical-events reads the file."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(file)).between(date(2025, 1, 1), date(2035, 1, 1))
    return sorted((each["DTSTART"].dt, each["DTEND"].dt) for each in found)


def read_by_vobject(file: bytes) -> list[datetime]:
    """When things start, as vobject reads the file: its rules, and what took another time's place."""
    events = vobject.readOne(file.decode()).vevent_list
    moved = {(e.uid.value, e.recurrence_id.value) for e in events if hasattr(e, "recurrence_id")}
    starts = [e.dtstart.value for e in events if hasattr(e, "recurrence_id") or e.rruleset is None]
    for event in (e for e in events if not hasattr(e, "recurrence_id") and e.rruleset is not None):
        zone = event.dtstart.value.tzinfo
        times = [each.replace(tzinfo=zone) for each in event.rruleset]
        starts += [each for each in times if (event.uid.value, each) not in moved]
    return sorted(starts)


def written(event: EventPage) -> list[datetime]:
    return list(event.occurrences.order_by("starts_at").values_list("starts_at", flat=True))


MOVED = {"starts_at": FAIR_OPENS + timedelta(days=15), "ends_at": FAIR_OPENS + timedelta(days=15, hours=1)}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"starts": [FAIR_OPENS, FAIR_OPENS + timedelta(days=1), FAIR_OPENS + timedelta(days=9)]},
        WEEKLY,
        WEEKLY | {"exceptions": [{"day": date(2026, 12, 12)}]},
        WEEKLY | {"exceptions": [{"day": date(2026, 12, 12)}, {"day": date(2026, 12, 19)} | MOVED]},
        {"starts": [datetime(2026, 12, 31, 9, tzinfo=LIMA)]}
        | {"repeats": Frequency.MONTHLY, "repeat_month_day": 31, "repeat_count": 5},
        {"repeats": Frequency.WEEKLY, "repeat_weekdays": "SA,WE", "repeat_until": date(2027, 2, 6)},
        WEEKLY | {"starts": [FAIR_OPENS, FAIR_OPENS + timedelta(days=2)]},
    ],
    ids=[
        "one",
        "several",
        "weekly",
        "skipped",
        "skipped and moved",
        "the 31st",
        "until included",
        "repeats and another",
    ],
)
def test_two_parsers_read_back_every_time_that_is_written_out(fields):
    event = published_event(**fields)
    file, expected = file_of(event), written(event)
    assert len(expected) >= 1
    assert [start for start, _end in read_by_recurring(file)] == expected
    assert read_by_vobject(file) == expected
    assert [end for _start, end in read_by_recurring(file)] == [each.ends_at for each in event.occurrences.all()]


def test_whole_days_are_dates_and_their_end_is_the_day_after():
    event = published_event(all_day=True, **WEEKLY, exceptions=[{"day": date(2026, 12, 12)}])
    found = read_by_recurring(file_of(event))
    assert found[0] == (date(2026, 12, 5), date(2026, 12, 6))
    assert [start.day for start, _end in found] == [5, 19, 26]


def test_the_instants_are_of_lima_with_a_time_zone_that_says_so():
    text = file_of(published_event()).decode()
    assert "DTSTART;TZID=America/Lima:20261205T090000" in text
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert zone["TZID"] == "America/Lima"
    assert [part["TZOFFSETTO"].to_ical() for part in zone.walk("STANDARD")] == ["-0500"]


def test_it_tells_what_where_and_by_whom(settings):
    settings.PUBLIC_URL = "https://www.example.test"
    place = {"latitude": "-9.78", "longitude": "-77.61", "district": DistrictFactory(name="Aija")}
    event = published_event(**place, summary="Con música, danza; y comida")
    event.topics.set([topic("Cultura")])
    event.save_revision().publish()
    component = told(event)
    assert component["UID"] == f"evento-{event.pk}@www.example.test"
    assert component["SUMMARY"] == event.title
    assert component["DESCRIPTION"] == "Con música, danza; y comida"
    assert component["LOCATION"] == "Plaza de Armas, Aija"
    assert component["GEO"].to_ical() == "-9.78;-77.61"
    assert component["STATUS"] == "CONFIRMED"
    assert component["CATEGORIES"].to_ical().decode() == "Otro,Cultura"
    assert component["URL"].endswith(event.url)


def test_a_point_outside_peru_is_not_told():
    assert "GEO" not in told(published_event(latitude="9.78", longitude="77.61"))


def test_a_postponed_event_keeps_its_uid_and_its_sequence_grows():
    event, head = published_event(), user_with(Role.HEAD)
    before = told(event)
    postpone_event(event=event, to=FAIR_OPENS + timedelta(days=7), reason="Lluvia", by=head, at=NOON)
    after = told(event)
    assert (before["UID"], int(before["SEQUENCE"])) == (after["UID"], int(after["SEQUENCE"]) - 1)
    assert (after["DTSTART"].dt, after["STATUS"]) == (FAIR_OPENS + timedelta(days=7), "CONFIRMED")
    assert after["LAST-MODIFIED"].dt >= NOON
    assert "Lluvia" in after["DESCRIPTION"]


@pytest.mark.parametrize(("change", "status"), [(cancel_event, "CANCELLED"), (postpone_event, "TENTATIVE")])
def test_a_cancelled_event_and_one_postponed_without_a_date_say_so(change, status):
    event = published_event()
    fields = {"to": None} if change is postpone_event else {}
    change(event=event, reason="Duelo", by=user_with(Role.HEAD), at=NOON, **fields)
    assert told(event)["STATUS"] == status


def test_one_time_of_a_series_that_is_postponed_takes_the_place_of_the_other():
    event = published_event(**WEEKLY)
    postpone_event(event=event, to=FAIR_OPENS + timedelta(days=3), reason="Lluvia", by=user_with(Role.HEAD), at=NOON)
    file = file_of(event)
    assert read_by_vobject(file) == written(event)
    assert b"RECURRENCE-ID;TZID=America/Lima:20261205T090000" in file


def test_a_hostile_title_adds_no_line_of_its_own():
    event = published_event(title="Feria\r\nATTACH:http://x.test", summary="a\nEND:VCALENDAR\n,;\\")
    file = file_of(event)
    assert b"\r\nATTACH" not in file
    assert [e.summary.value for e in vobject.readOne(file.decode()).vevent_list] == ["Feria\nATTACH:http://x.test"]


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY]),
    st.integers(1, 3),
    st.integers(1, 12),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
)
def test_the_text_of_a_rule_means_to_another_reader_what_it_means_to_us(frequency, interval, count, first):
    rule = Recurrence(frequency, interval=interval, count=count)
    event = icalendar.Event()
    event.add("uid", "x")
    event.add("dtstart", first)
    event.add("rrule", icalendar.vRecur.from_ical(rule_text(rule, all_day=True)))
    calendar = icalendar.Calendar()
    calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(date(2026, 1, 1), date(2080, 1, 1))
    assert sorted(each["DTSTART"].dt for each in found) == first_days(rule, first)


# The addresses


def test_the_agenda_has_what_comes_and_what_was_lately_but_nothing_hidden(client, tree):
    shown = [published_event(starts=[RECENT]), published_event(starts=[RECENT - timedelta(days=60)])]
    published_event(starts=[RECENT - timedelta(days=200)])
    published_event(starts=[RECENT], embargo_until=RECENT)
    answer = client.get(reverse("agenda_ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    uids = {str(each["UID"]).split("@")[0] for each in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}
    assert uids == {f"evento-{event.pk}" for event in shown}


def test_one_event_is_added_alone_and_a_withdrawn_one_says_so(client):
    event = published_event(starts=[RECENT])
    answer = client.get(reverse("event_ics", args=[event.slug]))
    assert f"{event.slug}.ics" in answer["Content-Disposition"]
    assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) == 1
    event.unpublish()
    assert client.get(reverse("event_ics", args=[event.slug])).status_code == 410


def test_the_agenda_asks_as_much_for_twenty_events_as_for_two(client, django_assert_max_num_queries):
    for _ in range(20):
        published_event(starts=[RECENT])
    with django_assert_max_num_queries(16):
        client.get(reverse("agenda_ics"))
