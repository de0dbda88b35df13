"""Matching on SQLite's FTS5."""

from collections.abc import Mapping

from django.db.models.expressions import RawSQL

from search.engines import tree as trees
from search.engines.matches import Ask, Match
from search.engines.statement import Statements
from search.index.schema import FTS, KEPT, NARROW, TABLE

# By column: how much a word there weighs in the first score.
WEIGHTS = {"title": 6, "summary": 3, "headings": 2, "tags": 2, "body": 1, "attachments": 0.5, "prefixes": 3}
SCORE = f"-bm25({FTS}, {', '.join(str(WEIGHTS[column]) for column in KEPT)})"
# A cross join, as SQLite would else read every document and ask the index for each; and the narrow index, as a whole
# row of a document is long.
SOURCE = f"{FTS} CROSS JOIN {TABLE} d INDEXED BY {NARROW} ON d.id = {FTS}.rowid"


class SqliteEngine:
    """FTS5 over the database `using`."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        return self._statements(ask).best(ask, start=start, stop=stop, by_date=by_date)

    def counted(self, ask: Ask) -> Mapping[str, int]:
        return self._statements(ask).counted(ask)

    def keys(self, ask: Ask) -> RawSQL:
        return self._statements(ask).keys(ask)

    def _statements(self, ask: Ask) -> Statements:
        text = f"{{{' '.join(ask.columns)}}} : ({written(ask.tree)})" if ask.columns else written(ask.tree)
        return Statements(SOURCE, (f"{FTS} MATCH %s", (text,)), (SCORE, ()), self.using)


def written(tree: trees.Tree) -> str:
    """A tree in FTS5's language; every term is quoted, so that nothing typed is an operator."""
    match tree:
        case trees.Sequence(terms, prefix):
            return " + ".join(map(_quoted, terms)) + ("*" if prefix else "")
        case trees.AnyOf(parts):
            return f"({' OR '.join(map(written, parts))})"
        case trees.AllOf(parts):
            return f"({' AND '.join(map(written, parts))})"
        case trees.Without(wanted, unwanted):
            return f"({written(wanted)} NOT {written(unwanted)})"


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
