"""The edition of what is public: all answers of one edition are the same, so one number tells whether any changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from headless.actions.changes import append_due
from headless.models import FeedClock

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Edition:
    """What was public at an instant, by the numbers that move with it.

    `number` changes with every change of the feed and of what surrounds its items, and every hour: so what answers
    derive from the day is right, and what a bulk write changed unheard lasts an hour at most. `moved_at` is when it
    last did; `next_due`, when it will by the clock alone.
    """

    number: str
    moved_at: datetime
    next_due: datetime | None


def edition_at(at: datetime) -> Edition:
    """The edition of an instant, after telling what fell due until then; one query when nothing did.

    It is read before any row: what is written under its number may be newer than it, never older.
    """
    clock = FeedClock.objects.read_with_due()
    if clock.next_due is not None and clock.next_due <= at:
        append_due(at)
        clock = FeedClock.objects.read_with_due()
    hour = at.replace(minute=0, second=0, microsecond=0)
    number = f"{clock.era}.{clock.last}.{clock.surroundings}.{int(hour.timestamp()) // 3600}"
    return Edition(number, max(filter(None, (clock.moved_at, hour))), clock.next_due)
