"""Comparing items as the feed last saw them with what is public, and appending the difference."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from headless.models import Change, FeedClock, PublicItem
from headless.rules.changes import Told, change_between, state_now
from headless.watching import Watched
from headless.webhooks.waking import wake_if_anybody_listens

SEEN = ("slug", "state", "version", "address", "stamp", "changed_at", "sequence", "due_at")


@dataclass
class Difference:
    """What a comparison appends, and what it remembers and forgets of the items."""

    changes: list[Change] = field(default_factory=list)
    remembered: list[PublicItem] = field(default_factory=list)
    forgotten: list[int] = field(default_factory=list)

    def keep(self) -> None:
        """Write it all, in a number of queries that doesn't grow with every item."""
        Change.objects.bulk_create(self.changes)
        PublicItem.objects.bulk_create(item for item in self.remembered if item.pk is None)
        PublicItem.objects.bulk_update([item for item in self.remembered if item.pk], SEEN)
        if self.forgotten:
            PublicItem.objects.filter(pk__in=self.forgotten).delete()


@dataclass(frozen=True)
class Sight:
    """An item as it was last seen, and how it is: what is public of it, until when it is held, whether it exists."""

    item: PublicItem
    told: Told | None
    held_until: datetime | None
    exists: bool


def compare(
    clock: FeedClock, watched: Watched, keys: Collection[int], *, at: datetime, touched: bool = False
) -> list[Change]:
    """Append what changed in those items until `at`; what was appended. The caller's transaction holds the clock."""
    difference = Difference()
    for sight in _sights(watched, keys, at):
        _settle(sight, clock, difference, at=at, touched=touched)
    if difference.changes:
        clock.moved_at = at
        clock.save(update_fields=["last", "moved_at"])
    difference.keep()
    if difference.changes:
        wake_if_anybody_listens()
    return difference.changes


def _settle(sight: Sight, clock: FeedClock, difference: Difference, *, at: datetime, touched: bool) -> None:
    item, told = sight.item, sight.told
    stood = item.stood
    state = state_now(stood, public=told is not None, held=sight.held_until is not None, exists=sight.exists)
    if state is None:
        difference.forgotten += [item.pk] if item.pk else []
        return
    item.see(told, state=state, due_at=sight.held_until)
    if kind := change_between(stood, state, told, touched=touched):
        clock.last += 1
        difference.changes.append(item.change(kind, sequence=clock.last, at=at))
    difference.remembered.append(item)


def _sights(watched: Watched, keys: Collection[int], at: datetime) -> Iterator[Sight]:
    told = {row.pk: watched.tell(row) for row in watched.public(at).filter(pk__in=keys)}
    held = dict(watched.held(at).filter(pk__in=keys).values_list("pk", watched.held_until))
    items = {item.key: item for item in PublicItem.objects.filter(type=watched.name, key__in=keys)}
    away = items.keys() - told.keys() - held.keys()
    there = set(watched.model._base_manager.filter(pk__in=away).values_list("pk", flat=True)) if away else set()
    for key in sorted(items.keys() | told.keys() | held.keys()):
        item = items.get(key) or PublicItem(type=watched.name, key=key)
        yield Sight(item, told.get(key), held.get(key), exists=key not in away or key in there)
