"""Writing out when a published event takes place."""

from datetime import datetime

from django.db import transaction

from pages.models import EventPage, EventStatus, Occurrence
from pages.rules.recurrence import Slot


@transaction.atomic
def write_occurrences(*, event: EventPage, at: datetime) -> bool:
    """Write every time that the live event takes place; whether they changed.

    The first time they are only written; from then on a change makes the event's SEQUENCE grow.
    """
    status = locked_status(event, at=at)
    before, now = _written(event), [_row(event, each) for each in event.slots(status)]
    if before == [_value(row) for row in now]:
        return False
    event.occurrences.all().delete()
    Occurrence.objects.bulk_create(now)
    if before:
        EventStatus.objects.filter(pk=status.pk).update(sequence=status.sequence + 1, changed_at=at)
    return True


def locked_status(event: EventPage, *, at: datetime) -> EventStatus:
    """The event's state, held until the transaction ends so that changes come one after another."""
    return EventStatus.objects.select_for_update().get_or_create(event=event, defaults={"changed_at": at})[0]


def _row(event: EventPage, each: Slot) -> Occurrence:
    return Occurrence(
        event=event,
        original_start=each.original,
        starts_at=each.starts,
        ends_at=each.ends,
        all_day=each.all_day,
        note=each.note,
    )


def _value(row: Occurrence) -> tuple:
    return row.original_start, row.starts_at, row.ends_at, row.all_day, row.note


def _written(event: EventPage) -> list[tuple]:
    return [_value(row) for row in event.occurrences.order_by("starts_at", "pk")]
