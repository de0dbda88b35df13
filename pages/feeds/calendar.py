"""Events as iCalendar (RFC 5545), by Lima's clock.

The first date and how it repeats are one VEVENT, with the days that are skipped as EXDATE and those that moved as
VEVENTs of the same UID with their RECURRENCE-ID. Each other date has a VEVENT of its own, since Outlook and Google
pass over RDATE.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, Timezone, vCalAddress, vRecur, vText

from institution.models import InstitutionSettings
from institution.rules.lima import LIMA
from pages.enums import EventState
from pages.models import EventPage, EventStatus
from pages.rules.recurrence import Slot, rule_text, slots

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Municipalidad//Portal institucional//ES"
STATES = {EventState.CONFIRMED: "CONFIRMED", EventState.POSTPONED: "TENTATIVE", EventState.CANCELLED: "CANCELLED"}


def calendar_of(events: Iterable[EventPage], *, name: str, at: datetime) -> bytes:
    """The events as a calendar file; they come with `dates`, `date_exceptions`, `status`, `unit` and `topics`."""
    mail = InstitutionSettings.load().email
    return _file([each for event in events for each in _components(event, mail=mail, at=at)], name=name)


def calendar_of_date(event: EventPage, original_start: datetime, *, at: datetime) -> bytes:
    """One date of the event as a calendar file, for who goes on that date only; without events once it is off."""
    mail, status, typed = InstitutionSettings.load().email, event.standing, event.typed_slots()
    number = next((n for n, each in enumerate(typed) if each.original == original_start), 0)
    time = next((each for each in event.slots(status) if each.original == original_start), None)
    if time is None:
        return _file([], name=event.title)
    if event.recurrence is None or number:
        return _file([_told(event, status, uid(event, number), time, mail, at)], name=event.title)
    return _file([_override(event, status, typed[0], time, mail, at)], name=event.title)


def _file(components: Iterable[Event], *, name: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LIMA.key)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add_component(_lima())
    for component in components:
        calendar.add_component(component)
    return calendar.to_ical()


def uid(event: EventPage, number: int = 0) -> str:
    """The UID of the event's first date, or of its nth other one: the same for ever."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    return f"evento-{event.pk}{f'-{number}' if number else ''}@{host}"


def _lima() -> Timezone:
    # Peru has had no summer time since 1994: its only offset is told from a day that is before every event.
    zone = Timezone.from_tzid(LIMA.key, first_date=date(1995, 1, 1), last_date=date(1996, 1, 1))
    zone.pop("COMMENT", None)
    return zone


def _components(event: EventPage, *, mail: str, at: datetime) -> list[Event]:
    typed, status = event.typed_slots(), event.standing
    if not typed:
        return []
    standing = {each.original: each for each in event.slots(status)}
    if event.recurrence is None:
        return [_told(event, status, uid(event, n), standing[each.original], mail, at) for n, each in enumerate(typed)]
    series = _series(event, status, typed[0], standing, mail, at)
    others = [
        _told(event, status, uid(event, n), standing.get(each.original, each), mail, at)
        for n, each in enumerate(typed)
        if n
    ]
    return [*series, *others]


def _series(event: EventPage, status: EventStatus, first: Slot, standing: dict, mail: str, at: datetime) -> list[Event]:
    """The repeated first date and, for each time that moved, what takes its place."""
    rule = event.recurrence
    assert rule is not None  # noqa: S101 - the caller looked
    master = _told(event, status, uid(event), first, mail, at)
    master.add("rrule", vRecur.from_ical(rule_text(rule, all_day=first.all_day)))
    repeated = slots([first], rule)
    if gone := [each for each in repeated if each.original not in standing]:
        master.add("exdate", [_moment(each.original, each) for each in gone], parameters=_kind(first))
    moved = [
        standing[each.original] for each in repeated if each.original in standing and standing[each.original].moved
    ]
    return [master, *(_override(event, status, first, each, mail, at) for each in moved)]


def _override(event: EventPage, status: EventStatus, first: Slot, each: Slot, mail: str, at: datetime) -> Event:
    component = _told(event, status, uid(event), each, mail, at)
    component.add("recurrence-id", _moment(each.original, first), parameters=_kind(first))
    return component


def _told(event: EventPage, status: EventStatus, identifier: str, time: Slot, mail: str, at: datetime) -> Event:
    component = Event()
    component.add("uid", identifier)
    component.add("dtstamp", at)
    component.add("dtstart", _moment(time.starts, time))
    component.add("dtend", _moment(time.ends, time))
    component.add("summary", event.title)
    component.add("description", _description(event, status, time))
    component.add("url", event.full_url)
    component.add("status", _state(event, status, time))
    component.add("sequence", status.sequence)
    component.add("created", event.first_published_at or at)
    component.add("last-modified", max(filter(None, (event.last_published_at, status.changed_at)), default=at))
    component.add("categories", [str(event.get_kind_display()), *(topic.name for topic in event.topics.all())])
    _add_place(component, event)
    _add_organiser(component, event, mail)
    return component


def _moment(instant: datetime, time: Slot) -> datetime | date:
    local = instant.astimezone(LIMA)
    return local.date() if time.all_day else local


def _kind(time: Slot) -> dict[str, str]:
    return {"VALUE": "DATE"} if time.all_day else {}


def _state(event: EventPage, status: EventStatus, time: Slot) -> str:
    """A time that was put off without a new date is tentative; one that has its new date is confirmed again."""
    put_off = status.postponed and not status.postponed_to and status.covers(time.original, repeats=bool(event.repeats))
    if status.postponed and not put_off:
        return STATES[EventState.CONFIRMED]
    return STATES[EventState(status.state)]


def _description(event: EventPage, status: EventStatus, time: Slot) -> str:
    lines = [event.summary, time.note, event.virtual_url]
    if status.reason:
        lines.insert(0, f"{status.get_state_display()}: {status.reason}")
    return "\n".join(line for line in lines if line)


def _add_place(component: Event, event: EventPage) -> None:
    if event.place_words:
        component.add("location", event.place_words)
    if event.latitude is not None and event.longitude is not None and not event.coordinate_warning:
        component.add("geo", (float(event.latitude), float(event.longitude)))


def _add_organiser(component: Event, event: EventPage, mail: str) -> None:
    address: Any = (event.unit.email if event.unit else "") or mail
    if address:
        organiser = vCalAddress(f"mailto:{address}")
        organiser.params["CN"] = vText(event.unit.name if event.unit else address)
        component["organizer"] = organiser
