"""What an editor's new dates mean for those who registered for the old ones."""

from datetime import datetime

from django.db import transaction

from pages.actions.event_mail import tell_moved, tell_off
from pages.actions.occurrences import locked_status, write_occurrences
from pages.actions.registrations import fill_seats
from pages.models import EventPage, EventRegistration, Occurrence
from pages.rules.followed_dates import followed

Dates = dict[datetime, Occurrence]


@transaction.atomic
def publish_dates(*, event: EventPage, at: datetime) -> None:
    """Write out when the published event takes place, and give the places that its new capacity makes.

    Each registration follows its date when it moved. Its person is told, once, when it starts at another time or is
    off; the dates that were over before don't count.
    """
    locked_status(event, at=at)
    before = _dates(event)
    if write_occurrences(event=event, at=at) and before:
        _follow(event, before, _dates(event), at)
    fill_seats(event=event, at=at)


def _dates(event: EventPage) -> Dates:
    return {each.original_start: each for each in event.occurrences.all()}


def _follow(event: EventPage, before: Dates, now: Dates, at: datetime) -> None:
    gone = [start for start, each in before.items() if start not in now and each.ends_at > at]
    moves = followed(gone, [start for start in now if start not in before and not _taken(event, start)])
    for old, new in moves.items():
        event.registrations.filter(original_start=old).update(original_start=new)
    was = {moves.get(start, start): each.starts_at for start, each in before.items()}
    status = locked_status(event, at=at)
    people = list(event.registrations.active().select_related("event").order_by("pk"))
    tell_moved(people=[each for each in people if _moved(each, was, now, at)], status=status, at=at)
    tell_off(people=[each for each in people if each.original_start in gone], status=status, at=at)


def _taken(event: EventPage, start: datetime) -> bool:
    """Whether it is a date that was off and comes back, with the people it had."""
    return event.registrations.filter(original_start=start).exists()


def _moved(each: EventRegistration, was: dict[datetime, datetime], now: Dates, at: datetime) -> bool:
    date = now.get(each.original_start)
    return date is not None and date.ends_at > at and was.get(each.original_start) != date.starts_at
