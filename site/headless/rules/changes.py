"""What is told of an item, from how it stood and how it stands. What never was public is never told of."""

from dataclasses import dataclass
from datetime import datetime

from headless.enums import ChangeKind, ItemState


@dataclass(frozen=True, kw_only=True)
class Told:
    """A public item now. `stamp` is when its content last changed; `ends_at`, when it stops being public by itself;
    `scheduled_for`, the instant at which it was to go live by itself, if it had one; `awaited`, how its coming is
    called when it was only waiting for its moment.
    """

    key: int
    slug: str
    address: str
    stamp: datetime | None = None
    ends_at: datetime | None = None
    scheduled_for: datetime | None = None
    awaited: ChangeKind = ChangeKind.EMBARGO_LIFTED


@dataclass(frozen=True, kw_only=True)
class Stood:
    """An item as the feed last saw it; `version` counts what was told of it, `changed_at` is when that last was."""

    state: ItemState
    version: int = 0
    address: str = ""
    stamp: datetime | None = None
    changed_at: datetime | None = None


NEVER_SEEN = Stood(state=ItemState.UNSEEN)


def state_now(stood: Stood, *, public: bool, held: bool, exists: bool) -> ItemState | None:
    """How an item stands now; None when there is nothing to remember of it, as it never was public nor will be."""
    if public:
        return ItemState.PUBLIC
    if held:
        return ItemState.HELD
    if stood.version == 0:
        return None
    return ItemState.WITHDRAWN if exists else ItemState.DELETED


def change_between(stood: Stood, state: ItemState | None, told: Told | None, *, touched: bool) -> ChangeKind | None:
    """What happened between how an item stood and how it stands; None when there is nothing to tell.

    `touched`: its content changed without leaving a mark in `stamp`. An item that moved is told of as moved alone,
    whatever else changed in it.
    """
    if told is None:
        return _disappeared(stood, state)
    if stood.state != ItemState.PUBLIC:
        return _appeared(stood, told)
    if stood.address != told.address:
        return ChangeKind.MOVED
    return ChangeKind.UPDATED if touched or stood.stamp != told.stamp else None


def _disappeared(stood: Stood, state: ItemState | None) -> ChangeKind | None:
    if state == ItemState.DELETED and stood.state != ItemState.DELETED:
        return ChangeKind.DELETED
    return ChangeKind.UNPUBLISHED if stood.state == ItemState.PUBLIC else None


def _appeared(stood: Stood, told: Told) -> ChangeKind:
    if stood.state == ItemState.HELD:
        return told.awaited
    scheduled, changed = told.scheduled_for, stood.changed_at
    if scheduled and (changed is None or changed < scheduled):
        return ChangeKind.WENT_LIVE
    return ChangeKind.CREATED
