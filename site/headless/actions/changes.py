"""Telling what changed, in the transaction that changes it.

Whoever appends holds the feed's clock first and looks at what is public afterwards: of two that change the same thing
at once, the second sees what the first did.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from headless.actions.comparing import compare
from headless.deadlocks import done_again_after_deadlock
from headless.models import FeedClock, PublicItem
from headless.watching import Watched, followed_as, follower_of

AT_ONCE = 500


@transaction.atomic
def record(*, watched: Watched, keys: Collection[int], at: datetime, touched: bool = False) -> None:
    """Tell what changed in those items until `at`; nothing when nothing public did. Safe to repeat.

    `touched`: their content changed in what leaves no mark in the row, so it is told even if nothing seems different.
    """
    clock = FeedClock.objects.hold()
    _append_due(clock, at)
    compare(clock, watched, keys, at=at, touched=touched)


def touch(*, type: str, key: int, at: datetime) -> None:
    """Tell that a public item changed by something else than its publication, as a work by its advance.

    Of what is not public, nothing is told. Raises LookupError for a type that isn't followed.
    """
    watched = followed_as(type)
    if watched is None:
        raise LookupError(f"The feed doesn't follow {type!r}")
    record(watched=watched, keys=[key], at=at, touched=True)


def item_changed(*, item: Model, at: datetime) -> None:
    """`touch` by the row itself; nothing happens when its type isn't offered."""
    if watched := follower_of(item.__class__):
        record(watched=watched, keys=[item.pk], at=at, touched=True)


def append_due(at: datetime) -> None:
    """Tell what fell due by itself until `at`: ended embargoes, expired terms. Each once, however many ask."""
    if PublicItem.objects.due(at).exists():
        _hold_and_append_due(at)


@done_again_after_deadlock
@transaction.atomic
def _hold_and_append_due(at: datetime) -> None:
    _append_due(FeedClock.objects.hold(), at)


@transaction.atomic
def look_again(*, watched: Watched, keys: Collection[int], at: datetime) -> None:
    """Have those items looked at when the feed is next read: something above them changes in this transaction."""
    _append_due(FeedClock.objects.hold(), at)
    unseen = [PublicItem(type=watched.name, key=key) for key in keys]
    PublicItem.objects.bulk_create(unseen, ignore_conflicts=True)
    PublicItem.objects.filter(type=watched.name, key__in=keys).update(due_at=at)


def _append_due(clock: FeedClock, at: datetime) -> None:
    """Each at the instant when it fell due, so that what came and went is told as both."""
    while due := PublicItem.objects.due(at).order_by("due_at").first():
        together = PublicItem.objects.filter(type=due.type, due_at=due.due_at)
        keys = list(together.values_list("key", flat=True)[:AT_ONCE])
        if watched := followed_as(due.type):
            compare(clock, watched, keys, at=due.due_at or at)
        else:
            together.update(due_at=None)
