"""What the feed of changes follows: each room declares it for the resources that it offers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, QuerySet

from headless.rules.changes import Told


@dataclass(frozen=True, kw_only=True)
class Watched:
    """How the items of a resource are followed.

    `name` and `public(at)` are the resource's own: the feed never tells of anything else. `tell` says of a public
    row what the feed needs. `held(at)` are the rows that will be public later by the clock alone, with `held_until`
    on each.
    """

    name: str
    model: type[Model]
    public: Callable[[datetime], QuerySet]
    tell: Callable[[Model], Told]
    held: Callable[[datetime], QuerySet]
    held_until: str


_watched: dict[str, Watched] = {}


def watch(watched: Watched) -> None:
    """Have the feed follow a resource; called once when a room opens. Raises ValueError when it is followed already."""
    if watched.name in _watched:
        raise ValueError(f"The feed already follows {watched.name!r}")
    _watched[watched.name] = watched


def followed() -> list[Watched]:
    """Every resource that is followed, in the order of the rooms."""
    return list(_watched.values())


def followed_as(name: str) -> Watched | None:
    """The resource followed by that name."""
    return _watched.get(name)


def follower_of(model: type[Model]) -> Watched | None:
    """How the rows of a model are followed; None when they are not."""
    return next((each for each in _watched.values() if issubclass(model, each.model)), None)
