"""Matching on PostgreSQL's tsvector, with the rarity of each word, which ts_rank alone doesn't know."""

from collections.abc import Iterator, Mapping

from django.db.models.expressions import RawSQL

from search.engines import tree as trees
from search.engines.matches import Ask, Match
from search.engines.rarity import rarities
from search.engines.statement import Part, Statements
from search.index.schema import LABELS, TABLE

# In the order of ts_rank: D (body, attachments), C (headings), B (summary, tags), A (title).
WEIGHTS = "{0.1, 0.25, 0.4, 1.0}"
SHORTER_IS_BETTER = 1


class PostgresqlEngine:
    """tsvector over the database `using`."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool = False) -> list[Match]:
        score = ("0.0", ()) if by_date else self._score(ask.tree)
        return self._statements(ask, score).best(ask, start=start, stop=stop, by_date=by_date)

    def counted(self, ask: Ask) -> Mapping[str, int]:
        return self._statements(ask, ("0.0", ())).counted(ask)

    def keys(self, ask: Ask) -> RawSQL:
        return self._statements(ask, ("0.0", ())).keys(ask)

    def _statements(self, ask: Ask, score: Part) -> Statements:
        labels = "".join(sorted({LABELS[column] for column in ask.columns}))
        matching = ("d.vector @@ %s::tsquery", (written(ask.tree, labels),))
        return Statements(f"{TABLE} d", matching, score, self.using)

    def _score(self, tree: trees.Tree) -> Part:
        """The sum, over the terms that are wanted, of how rare each is by how well it is placed in the document."""
        terms = sorted(set(wanted(tree)))
        rare = rarities(terms, using=self.using)
        one = f"%s * ts_rank('{WEIGHTS}', d.vector, %s::tsquery, {SHORTER_IS_BETTER})"
        values = [value for term in terms for value in (rare[term], _quoted(term))]
        return " + ".join([one] * len(terms)), values


def wanted(tree: trees.Tree) -> Iterator[str]:
    """The terms of a tree that help a document, not those that exclude it."""
    match tree:
        case trees.Sequence(terms, _):
            yield from terms
        case trees.AnyOf(parts) | trees.AllOf(parts):
            for part in parts:
                yield from wanted(part)
        case trees.Without(inside, _):
            yield from wanted(inside)


def written(tree: trees.Tree, labels: str = "") -> str:
    """A tree in tsquery's language, in the columns of those labels; every term is quoted, so none is an operator."""
    match tree:
        case trees.Sequence(terms, prefix):
            mark = f":{'*' if prefix else ''}{labels}".rstrip(":")
            return "(" + " <-> ".join(_quoted(term) + mark for term in terms) + ")"
        case trees.AnyOf(parts):
            return f"({' | '.join(written(part, labels) for part in parts)})"
        case trees.AllOf(parts):
            return f"({' & '.join(written(part, labels) for part in parts)})"
        case trees.Without(inside, unwanted):
            return f"({written(inside, labels)} & !{written(unwanted, labels)})"


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
