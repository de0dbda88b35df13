"""A found document as the formula reads it: where each wanted term stands in each column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.analysis.question import Terms

# Of a very long column only its beginning is looked at closely.
MOST_TERMS = 3000

Places = Mapping[str, list[int]]


@dataclass(frozen=True)
class Text:
    """A found document: its key, its kind, when it was published, and for each column its length and its places."""

    key: int
    kind: str
    moment: int | None
    lengths: Mapping[str, int]
    places: Mapping[str, Places]

    def has(self, term: str) -> bool:
        """Whether the term is anywhere in it."""
        return any(term in places for places in self.places.values())

    def times(self, sequence: Terms, column: str) -> int:
        """How often terms follow each other in a column; one term alone, how often it is there."""
        places = self.places[column]
        starts = places.get(sequence[0], ())
        if len(sequence) == 1:
            return len(starts)
        rest = [(step, set(places.get(term, ()))) for step, term in enumerate(sequence[1:], start=1)]
        return sum(all(start + step in found for step, found in rest) for start in starts)


def text_of(key: int, kind: str, moment: int | None, columns: Mapping[str, str], *, wanted: frozenset[str]) -> Text:
    """Read a kept row, keeping only the places of the wanted terms."""
    said = {column: terms.split()[:MOST_TERMS] for column, terms in columns.items() if terms}
    lengths = {column: len(terms) for column, terms in said.items()}
    return Text(key, kind, moment, lengths, {column: _places(terms, wanted) for column, terms in said.items()})


def _places(terms: list[str], wanted: frozenset[str]) -> Places:
    places: dict[str, list[int]] = {}
    for term, place in _wanted(terms, wanted):
        places.setdefault(term, []).append(place)
    return places


def _wanted(terms: list[str], wanted: frozenset[str]) -> Iterator[tuple[str, int]]:
    return ((term, place) for place, term in enumerate(terms) if term in wanted)
