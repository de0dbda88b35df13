"""Events, published through the real action, and people who register for them."""

from datetime import UTC, datetime, timedelta
from itertools import count

from django.utils import timezone

from pages.actions.registrations import register_person
from pages.enums import Frequency
from pages.models import DateException, EventDate, EventPage, EventRegistration
from tests.factories.pages import draft_piece

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # noon in Lima, a Tuesday
FAIR_OPENS = datetime(2026, 12, 5, 14, tzinfo=UTC)  # Saturday, nine in the morning
HOURS = timedelta(hours=3)
WEEKLY = {"repeats": Frequency.WEEKLY, "repeat_count": 3}
_serial = count(1)


def draft_event(*, starts: list[datetime] | None = None, exceptions=(), all_day=False, **fields) -> EventPage:
    """An event that nobody has published, with a date of three hours at each of `starts` (one, unless told)."""
    event = draft_piece(EventPage, **{"place_name": "Plaza de Armas"} | fields)
    starts = [FAIR_OPENS] if starts is None else starts
    event.dates.set([EventDate(starts_at=each, ends_at=each + HOURS, all_day=all_day) for each in starts])
    event.date_exceptions.set([DateException(**each) for each in exceptions])
    event.save()
    return event


def with_a_date(event: EventPage) -> EventPage:
    """The draft with what an event asks for before it is published."""
    event.place_name = "Plaza de Armas"
    event.dates.set([EventDate(starts_at=FAIR_OPENS, ends_at=FAIR_OPENS + HOURS)])
    event.save()
    return event


def published_event(**fields) -> EventPage:
    """An event published through the real action."""
    event = draft_event(**fields)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def open_event(**fields) -> EventPage:
    """A published event that takes registrations."""
    return published_event(registration_open=True, **fields)


def soon_event(**fields) -> EventPage:
    """An event that takes registrations and comes in a week of the real clock, for what goes through views."""
    return open_event(starts=[timezone.now() + timedelta(days=7)], **fields)


def registered(
    event: EventPage, *, at: datetime = NOON, email: str = "", date: datetime | None = None
) -> EventRegistration:
    """A person who registered for the date that was to start at `date`: the first one, unless told."""
    number = next(_serial)
    address = email or f"vecina-{number}@example.test"
    date = date or event.occurrences.values_list("original_start", flat=True).first() or NOON
    return register_person(event=event, date=date, name=f"Vecina {number}", email=address, at=at)
