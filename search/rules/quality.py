"""The list of searches that must not get worse, and how well they are answered. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.rules.metrics import mean, ndcg, reciprocal_rank, zero_rate

COLUMNS = ("query", "page", "position")
LOWEST_POSITION = 10
TOLERANCE = 0.01  # what is fresh counts a little more, so that figures move with the days


@dataclass(frozen=True)
class Expectation:
    """That a query finds a page (its path in the portal) at a position or before it."""

    query: str
    page: str
    position: int

    @property
    def grade(self) -> int:
        """What the page is worth to the query: 3 when it should come first, 2 second, 1 after."""
        return max(1, 4 - self.position)


@dataclass(frozen=True)
class Quality:
    """How well all the queries are answered, from 0 to 1; and what comes later than expected, with its place or 0."""

    ndcg: float
    reciprocal_rank: float
    zero_rate: float
    missed: Sequence[tuple[Expectation, int]]

    @property
    def figures(self) -> dict[str, float]:
        """The figures by name, to four decimals."""
        names = ("ndcg", "reciprocal_rank", "zero_rate")
        return {name: round(getattr(self, name), 4) for name in names}


def expectations(rows: Iterable[Mapping[str, str]]) -> list[Expectation]:
    """What the rows of the list say. Raises ValueError, in Spanish, naming the row that says nothing."""
    return [_expectation(row, number) for number, row in enumerate(rows, start=2)]


def measured(expected: Sequence[Expectation], ranked: Callable[[str], Sequence[str]]) -> Quality:
    """How well `ranked(query)`, which gives paths of pages, answers what is expected."""
    answers = {query: list(ranked(query)) for query in dict.fromkeys(each.query for each in expected)}
    grades: dict[str, dict[str, int]] = {query: {} for query in answers}
    for each in expected:
        grades[each.query][each.page] = each.grade
    places = [(each, _place(answers[each.query], each.page)) for each in expected]
    return Quality(
        ndcg=mean(ndcg(answers[query], grades[query]) for query in answers),
        reciprocal_rank=mean(reciprocal_rank(answers[query], grades[query]) for query in answers),
        zero_rate=zero_rate(answers.values()),
        missed=[(each, place) for each, place in places if not 0 < place <= each.position],
    )


def dropped(now: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """The names of the figures that are clearly worse than before: empty answers grew, or the others fell."""
    lost = {name: now[name] - was if name == "zero_rate" else was - now[name] for name, was in before.items()}
    return [name for name, by in lost.items() if by > TOLERANCE]


def _expectation(row: Mapping[str, str], number: int) -> Expectation:
    query, page, position = ((row.get(name) or "").strip() for name in COLUMNS)
    if not (query and page.startswith("/") and position.isdecimal() and 1 <= int(position) <= LOWEST_POSITION):
        raise ValueError(f"Fila {number}: escriba una búsqueda, la ruta de una página («/…/») y un puesto de 1 a 10.")
    return Expectation(query, page, int(position))


def _place(ranked: Sequence[str], page: str) -> int:
    return ranked.index(page) + 1 if page in ranked else 0
