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
DOCUMENTS = f"CROSS JOIN {TABLE} d INDEXED BY {NARROW} ON d.id ="
SOURCE = f"{FTS} {DOCUMENTS} {FTS}.rowid"
# The best of everything that matches, before asking who may be found: far fewer documents are looked up.
BEST = f"(SELECT rowid AS row, {SCORE} AS rough FROM {FTS} WHERE {FTS} MATCH %s ORDER BY rough DESC, rowid DESC LIMIT"
TIMES_MORE = 2


class SqliteEngine:
    """FTS5 over the database `using`. One is made for each search: what it counted once, it knows."""

    def __init__(self, using: str = "default") -> None:
        self.using = using
        self._many: dict[trees.Tree, int] = {}

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        looked_through = self._many.get(ask.tree, 0)
        if start == 0 and looked_through > stop * TIMES_MORE and not by_date and not ask.is_narrowed:
            ahead = self._ahead(ask, stop).best(ask, start=0, stop=stop, by_date=False)
            if len(ahead) == stop:
                return ahead
        return self._statements(ask).best(ask, start=start, stop=stop, by_date=by_date)

    def counted(self, ask: Ask) -> Mapping[str, int]:
        counted = self._statements(ask).counted(ask)
        self._many[ask.tree] = sum(counted.values())
        return counted

    def keys(self, ask: Ask) -> RawSQL:
        return self._statements(ask).keys(ask)

    def _statements(self, ask: Ask) -> Statements:
        return Statements(SOURCE, (f"{FTS} MATCH %s", (_text(ask),)), (SCORE, ()), self.using)

    def _ahead(self, ask: Ask, most: int) -> Statements:
        """The same among the best only; when they leave `most`, no other could be among those."""
        source = f"{BEST} {most * TIMES_MORE:d}) AS hits {DOCUMENTS} hits.row"
        # What the source asks for is the first value of the statement, so it goes with the score.
        return Statements(source, ("TRUE", ()), ("hits.rough", (_text(ask),)), self.using)


def _text(ask: Ask) -> str:
    """What to match, in FTS5's language."""
    return f"{{{' '.join(ask.columns)}}} : ({written(ask.tree)})" if ask.columns else written(ask.tree)


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
