"""What surrounds an event when it is read: its dates as they stand, its registration, who takes part."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from pages.models.events import EventPage
from pages.models.occurrences import Occurrence
from pages.rules.event_words import recurrence_words

MOST_SHOWN = 12


def event_context(event: EventPage, *, at: datetime) -> dict[str, Any]:
    """What the event's template shows beside its own fields; in a preview, the dates of the draft."""
    status = event.standing
    times = shown_times(event)
    coming = [each for each in times if each.ends_at > at]
    return {
        "status": status,
        "times": (coming or times)[:MOST_SHOWN],
        "more_times": max(0, len(coming or times) - MOST_SHOWN),
        "over": bool(times) and not coming,
        "put_off": {each.original_start for each in times if _put_off(event, each)},
        "repeats_words": _repeats_words(event),
        "accepts": bool(event.pk) and event.accepts_registrations(at=at),
        "free_seats": next_free_seats(event, at=at),
        "several_dates": len(coming) > 1,
        "producers": event.producers.all(),
    }


def shown_times(event: EventPage) -> list[Occurrence]:
    """When the event takes place, in order, as its dates and its state say."""
    return [
        Occurrence(
            event_id=event.pk,
            original_start=each.original,
            starts_at=each.starts,
            ends_at=each.ends,
            all_day=each.all_day,
            note=each.note,
        )
        for each in event.slots()
    ]


@dataclass(frozen=True)
class Choice:
    """A date for which one may register; `free_seats` is None when there is no limit."""

    date: Occurrence
    free_seats: int | None

    @property
    def value(self) -> str:
        """As it travels in a form."""
        return self.date.original_start.isoformat()


def choices(event: EventPage, *, at: datetime) -> list[Choice]:
    """The dates to come with the places that each has left, in three queries at most."""
    if not (event.registration_open and event.pk):
        return []
    confirmed = event.registrations.confirmed().order_by().values("original_start").annotate(number=Count("pk"))
    taken = dict(confirmed.values_list("original_start", "number")) if event.capacity else {}
    return [Choice(each, _left(event.capacity, taken, each)) for each in event.occurrences.upcoming(at=at)]


def next_free_seats(event: EventPage, *, at: datetime) -> int | None:
    """How many places are left on the next date that has any; None when there is no limit."""
    left = [each.free_seats for each in choices(event, at=at)] if event.capacity else []
    return next((seats for seats in left if seats), 0) if left else None


def _left(capacity: int | None, taken: dict[datetime, int], date: Occurrence) -> int | None:
    return None if capacity is None else max(0, capacity - taken.get(date.original_start, 0))


def _put_off(event: EventPage, each: Occurrence) -> bool:
    status = event.standing
    return (
        status.postponed
        and status.postponed_to is None
        and status.covers(each.original_start, repeats=bool(event.repeats))
    )


def _repeats_words(event: EventPage) -> str:
    rule, typed = event.recurrence, event.typed_slots()
    return recurrence_words(rule, typed[0].starts) if rule and typed else ""
