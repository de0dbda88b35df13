"""The demonstration's agenda: a fair with its producers, a weekly workshop, one postponed, one cancelled, some past."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from institution.models import District, OrganicUnit, User
from institution.rules.lima import LIMA
from pages.actions.event_states import cancel_event, postpone_event
from pages.actions.registrations import register_person
from pages.demo.files import drawn_image
from pages.enums import Frequency
from pages.models import DateException, EventDate, EventIndexPage, EventPage, EventProducer, Topic

DATA = Path(__file__).parent / "events.toml"
PLAIN = ("slug", "title", "kind", "summary")
OPTIONAL = (
    "modality", "place_name", "address", "latitude", "longitude", "virtual_url", "price", "partners", "contact",
    "outcome",
)  # fmt: skip
SATURDAY = 5
CREDIT = "Ilustración: OII-MPA (demostración)"


def demo_events() -> list[dict[str, Any]]:
    """What the data file says."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))["events"]


def load_events(*, by: User, at: datetime, most: int | None = None) -> None:
    """Publish the agenda (or its first `most` events) around the day of `at`, through the real actions."""
    for data in demo_events()[:most]:
        event = _draft(data, by, at)
        event.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        event = EventPage.objects.get(pk=event.pk)
        _register(event, data.get("registration", {}).get("people", 0), at)
        _change(event, data, by, at)


def _draft(data: dict[str, Any], by: User, at: datetime) -> EventPage:
    event = EventPage(
        **{name: data[name] for name in PLAIN},
        **{name: data[name] for name in OPTIONAL if name in data},
        **_registration(data),
        unit=OrganicUnit.objects.get(code=data["unit"]),
        district=District.objects.get(ubigeo=data["district"]),
        lead_photo=drawn_image(
            name=data["slug"], scene=data["scene"], title=data["title"], alt=_alt(data), credit=CREDIT
        ),
        lead_photo_alt=_alt(data),
        lead_photo_credit=CREDIT,
        body=[{"type": "text", "value": data["body"]}],
        owner=by,
        live=False,
    )
    EventIndexPage.objects.get().add_child(instance=event)
    _when(event, data, at)
    event.producers.set([_producer(row) for row in data.get("producers", [])])
    event.topics.set(Topic.objects.filter(slug__in=data["topics"]))
    event.save()
    return event


def _alt(data: dict[str, Any]) -> str:
    return f"Ilustración de un paisaje de la provincia para «{data['title']}»."


def _registration(data: dict[str, Any]) -> dict[str, Any]:
    asked = data.get("registration")
    return {"registration_open": True, "capacity": asked.get("capacity")} if asked else {}


def _producer(row: dict[str, str]) -> EventProducer:
    return EventProducer(**row, contact_consent="contact" in row)


def _when(event: EventPage, data: dict[str, Any], at: datetime) -> None:
    if "weekly" in data:
        _repeat(event, data["weekly"], Frequency.WEEKLY, at)
    elif "monthly" in data:
        _repeat(event, data["monthly"], Frequency.MONTHLY, at)
    else:
        event.dates.set([_date(row, row["day"], at) for row in data["dates"]])


def _repeat(event: EventPage, row: dict[str, Any], frequency: Frequency, at: datetime) -> None:
    first = row["day"] if frequency == Frequency.MONTHLY else _saturday_from(row["day"], at)
    event.repeats, event.repeat_count = frequency, row["count"]
    event.dates.set([_date(row, first, at)])
    if "skip" in row:
        skipped = localdate(at) + timedelta(days=first + 7 * row["skip"])
        event.date_exceptions.set([DateException(day=skipped, note="Feriado")])


def _saturday_from(day: int, at: datetime) -> int:
    """The first Saturday from so many days after `at` on, counted in days too."""
    return day + (SATURDAY - (localdate(at) + timedelta(days=day)).weekday()) % 7


def _change(event: EventPage, data: dict[str, Any], by: User, at: datetime) -> None:
    if "cancelled" in data:
        cancel_event(event=event, reason=data["cancelled"], by=by, at=at)
    elif "postponed" in data:
        to = _moment(data["postponed"]["to"], data["dates"][0]["hour"], at)
        postpone_event(event=event, to=to, reason=data["postponed"]["reason"], by=by, at=at)


def _register(event: EventPage, people: int, at: datetime) -> None:
    """With several dates, two people choose the first for each that chooses the second."""
    dates = list(event.occurrences.upcoming(at=at).values_list("original_start", flat=True)[:2])
    for number in range(1, people + 1):
        email, date = f"participante-{event.pk}-{number}@example.test", dates[-1 if number % 3 == 0 else 0]
        register_person(event=event, date=date, name=f"Participante de ejemplo {number}", email=email, at=at)


def _date(row: dict[str, Any], day: int, at: datetime) -> EventDate:
    starts = _moment(day, row["hour"], at)
    ends = starts + timedelta(hours=row["lasts"])
    return EventDate(starts_at=starts, ends_at=ends, all_day=row.get("all_day", False), note=row.get("note", ""))


def _moment(day: int, hour: int, at: datetime) -> datetime:
    return datetime.combine(localdate(at) + timedelta(days=day), time(hour), tzinfo=LIMA)
