"""What an engine is: who answers which documents match, each with a first, rough score, and how many by facet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from search.engines.tree import Tree


class Match(NamedTuple):
    """A document that matches: its row, its key, a rough score (more is better), its facets, when it was published."""

    row: int
    object_id: int
    score: float
    facets: str
    moment: int | None


@dataclass(frozen=True)
class Ask:
    """What an engine is asked: what must match, among what, and how it was narrowed.

    `kinds` are labels of models; `among` gives the keys of what may be found (everything, without it): it runs inside
    the engine's own statement or after it, so that nothing else is even counted. `since` and `until` are seconds since
    1970, the latter excluded. `columns` are those where it must match, all when none is named.
    """

    tree: Tree
    kinds: Sequence[str]
    among: QuerySet | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    since: int | None = None
    until: int | None = None
    columns: Sequence[str] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether only some of what matches was chosen, by facets or dates."""
        return bool(self.chosen) or self.since is not None or self.until is not None


class Engine(Protocol):
    """Finds documents in an index."""

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        """What matches from place `start` to before `stop`, by rough score (or from the newest), then the last key."""

    def keys(self, ask: Ask) -> Iterable[int] | RawSQL:
        """The keys of what matches among everything of those kinds, for a filter of the database."""

    def counted(self, ask: Ask) -> Mapping[str, int]:
        """How many documents match, whatever was chosen, by their facets as kept."""


class Unavailable(Exception):
    """The engine doesn't answer now."""
