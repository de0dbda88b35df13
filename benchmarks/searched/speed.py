"""How long the portal's search takes over an index, and a bare FTS5 query of the same words over the same texts."""

import math
import resource
import statistics
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice

from django.db import connections

from benchmarks.searched.corpus import KIND, entries
from benchmarks.searched.questions import BEGINNINGS, QUERIES
from search.engines.matches import Ask
from search.engines.tree import completion
from search.facets import counts
from search.finding import Finder
from search.index.keeping import keep
from search.index.vocabulary import Vocabulary

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
ROUNDS = 5
BATCH = 500
PAGE = 10
PROPOSED = 8
BARE = "bare_texts"
BARE_QUERY = f"SELECT rowid, bm25({BARE}) FROM {BARE} WHERE {BARE} MATCH %s ORDER BY bm25({BARE}) LIMIT {PAGE}"


@dataclass(frozen=True)
class Asked:
    """A query that was asked: of what kind, how many documents match, and seconds of a page of its results."""

    kind: str
    query: str
    matches: int
    seconds: float


@dataclass(frozen=True)
class Figures:
    """What was measured over so many documents. Seconds, but for the speed of indexing; `bare` only where asked."""

    documents: int
    indexed_a_second: float
    pages: tuple[Asked, ...]
    completions: tuple[float, ...]
    bare: tuple[float, ...] = ()

    @property
    def common(self) -> list[float]:
        """The seconds of the queries of common words."""
        return [each.seconds for each in self.pages if each.kind == "common"]

    @property
    def times_bare(self) -> float:
        """How many times slower than the bare query the common words are, both at their 95th percentile."""
        return p95(self.common) / p95(self.bare)


def measured(finder: Finder, count: int, *, bare: bool = False, kinds: Collection[str] = tuple(QUERIES)) -> Figures:
    """Index so many documents and ask the queries of those kinds, and what is being typed."""
    begun = time.perf_counter()
    fill(finder.using, count)
    spent = time.perf_counter() - begun
    if bare:
        copy_bare(finder.using)
    return Figures(
        documents=count,
        indexed_a_second=count / spent,
        pages=tuple(pages(finder, kinds)),
        completions=tuple(quickest(partial(complete, finder, typed)) for typed in BEGINNINGS),
        bare=tuple(quickest(partial(ask_bare, finder.using, query)) for query in QUERIES["common"]) if bare else (),
    )


def fill(using: str, count: int) -> None:
    """Index so many documents, by batches as a rebuild does."""
    made = entries(count)
    while batch := list(islice(made, BATCH)):
        keep(batch, using=using)


def pages(finder: Finder, kinds: Collection[str]) -> Iterator[Asked]:
    """Each query of those kinds asked as many times as make its figure steady."""
    for kind in kinds:
        for query in QUERIES[kind]:
            yield Asked(kind, query, page(finder, query), quickest(partial(page, finder, query)))


def page(finder: Finder, query: str) -> int:
    """The first page of results with its facets, as the portal asks for it; how many match."""
    understanding = finder.understood(query)
    if not understanding.question:
        return 0
    ask = Ask(understanding.tree(), kinds=[KIND])
    counted = finder.engine.counted(ask)
    counts(counted, {})
    finder.best(understanding, ask, start=0, stop=PAGE, at=AT)
    return sum(counted.values())


def complete(finder: Finder, typed: str) -> None:
    """What is proposed while somebody types: titles, and the last word finished."""
    tree = completion(typed)
    if tree:
        finder.engine.best(Ask(tree, kinds=[KIND]), start=0, stop=PROPOSED)
    Vocabulary(finder.using).completions(typed.split()[-1], most=PROPOSED)


def copy_bare(using: str) -> None:
    """The same texts in an FTS5 table as anybody would make it."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {BARE}")
        cursor.execute(f"CREATE VIRTUAL TABLE {BARE} USING fts5(title, summary, body)")
        rows = (
            [each.object_id, *("\n".join(each.texts[column]) for column in ("title", "summary", "body"))]
            for each in entries(_kept(using))
        )
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(f"INSERT INTO {BARE}(rowid, title, summary, body) VALUES (%s, %s, %s, %s)", batch)


def ask_bare(using: str, query: str) -> None:
    """Any of the words, the best ten."""
    with connections[using].cursor() as cursor:
        cursor.execute(BARE_QUERY, [" OR ".join(f'"{word}"' for word in query.split())])
        cursor.fetchall()


def quickest(do: Callable[[], object]) -> float:
    """Seconds that something takes, the quickest of some times: what others do to the machine only adds."""
    return min(_seconds(do) for _round in range(ROUNDS))


def p50(seconds: Iterable[float]) -> float:
    return statistics.median(seconds)


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile, of the nearest rank."""
    return sorted(seconds)[math.ceil(len(seconds) * 0.95) - 1]


def steepness(smaller: Figures, larger: Figures) -> float:
    """By which power of its matches the time of a common query grows: 1 is in proportion, less is better."""
    few, many = ([each for each in figures.pages if each.kind == "common"] for figures in (smaller, larger))
    seconds = sum(each.seconds for each in many) / sum(each.seconds for each in few)
    matches = sum(each.matches for each in many) / sum(each.matches for each in few)
    return math.log(seconds) / math.log(matches)


def memory() -> float:
    """The most memory that this process has held, in mebibytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _kept(using: str) -> int:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM portal_search_indexeddocument")
        return cursor.fetchone()[0]


def _seconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun
