"""Bringing the feed in step with what is public, whatever wrote it: an import, a bulk change, a restored backup."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from headless.actions.changes import append_due
from headless.actions.comparing import compare
from headless.models import FeedClock, PublicItem
from headless.models.clock import new_era
from headless.watching import Watched, followed

AT_ONCE = 200
EVERY = timedelta(hours=1)


def sync_changes(*, at: datetime) -> int:
    """Append what the feed missed of everything that is or was public; how many changes. Safe to repeat."""
    append_due(at)
    appended = sum(_sync(watched, keys, at) for watched in followed() for keys in _batches(watched, at))
    FeedClock.objects.filter(pk=FeedClock.objects.read().pk).update(compared_at=at)
    return appended


def sync_hourly(at: datetime) -> None:
    """`sync_changes`, if an hour passed since the last time."""
    recent = Q(compared_at__gt=at - EVERY, compared_at__lte=at)
    if not FeedClock.objects.filter(recent).exists():
        sync_changes(at=at)


@transaction.atomic
def start_anew() -> None:
    """Make every place noted until now of no use, so that its holder is told to read all again."""
    clock = FeedClock.objects.hold()
    clock.era = new_era()
    clock.save(update_fields=["era"])


@transaction.atomic
def _sync(watched: Watched, keys: list[int], at: datetime) -> int:
    return len(compare(FeedClock.objects.hold(), watched, keys, at=at))


def _batches(watched: Watched, at: datetime) -> Iterator[list[int]]:
    """The keys of what is public, will be or was, in order, a few hundred at a time."""
    known = PublicItem.objects.filter(type=watched.name).values_list("key", flat=True)
    public = watched.public(at).order_by().values_list("pk", flat=True)
    keys = sorted({*known, *public, *watched.held(at).values_list("pk", flat=True)})
    yield from (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
