"""Matching on a cluster: it says which documents and how well, the database which of them may be seen."""

from collections.abc import Mapping
from functools import cached_property

from django.db import connections
from django.db.models.expressions import RawSQL

from search.engines.cluster.resting import rested
from search.engines.cluster.servers import Servers
from search.engines.cluster.writing import body
from search.engines.matches import Ask, Match
from search.engines.statement import Statements
from search.index.schema import NARROW, TABLE

Scores = Mapping[int, float]
NOTHING: Scores = {0: 0.0}  # no document has that row


class ClusterEngine:
    """The index that `alias` stands for; its documents are those of the database `using`.

    At most the ten thousand best are found. Unavailable when the cluster doesn't answer, or didn't a moment ago. While
    the very same tree is asked for, it isn't asked again: a search counts, then takes its page.
    """

    def __init__(self, servers: Servers, alias: str, *, using: str = "default") -> None:
        self.servers = servers
        self.alias = alias
        self.using = using
        self._last: tuple[Ask, Scores] | None = None

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        return self._statements(ask).best(ask, start=start, stop=stop, by_date=by_date)

    def counted(self, ask: Ask) -> Mapping[str, int]:
        return self._statements(ask).counted(ask)

    def keys(self, ask: Ask) -> RawSQL:
        return self._statements(ask).keys(ask)

    def _statements(self, ask: Ask) -> Statements:
        """The documents of the database joined with what the cluster says of them, which is numbers alone."""
        hits = ", ".join(f"({row:d}, {score!r})" for row, score in self._scores(ask).items())
        source = f"(VALUES {hits}) AS hits CROSS JOIN {self._documents}"
        return Statements(
            source, ("d.id = hits.column1", ()), ("CAST(hits.column2 AS double precision)", ()), self.using
        )

    @cached_property
    def _documents(self) -> str:
        """In SQLite through its narrow index, as a whole row of a document is long."""
        narrow = f"INDEXED BY {NARROW}" if connections[self.using].vendor == "sqlite" else ""
        return f"{TABLE} d {narrow}"

    def _scores(self, ask: Ask) -> Scores:
        if self._last is None or not _alike(ask, self._last[0]):
            self._last = (ask, self._hits(ask) or NOTHING)
        return self._last[1]

    def _hits(self, ask: Ask) -> Scores:
        with rested():
            hits = self.servers.ask(self.alias, body(ask.tree, kinds=ask.kinds, columns=ask.columns))
        return {hit["fields"]["row"][0]: hit["_score"] for hit in hits}


def _alike(ask: Ask, other: Ask) -> bool:
    """Whether the cluster would be asked the same, in the same search."""
    return ask.tree is other.tree and (*ask.kinds, *ask.columns) == (*other.kinds, *other.columns)
