"""What surrounds an event when it is read: its dates as they stand, its registration, who takes part."""

from datetime import datetime
from typing import Any

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
        "free_seats": free_seats(event),
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


def free_seats(event: EventPage) -> int | None:
    """How many places are left; None when there is no limit."""
    if not (event.registration_open and event.capacity and event.pk):
        return None
    return max(0, event.capacity - event.registrations.confirmed().count())


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
