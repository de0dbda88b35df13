"""How well a document answers: what it says of each thing wanted, how near together, how much of it, how new it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.analysis.question import Terms, Word
from search.analysis.thesaurus import Concept
from search.ranking.texts import Text
from search.ranking.weights import Weights

NEAR = 4


@dataclass(frozen=True)
class Scale:
    """What the documents are measured with: how rare each term is, and how long each column usually is."""

    rarity: Mapping[str, float]
    lengths: Mapping[str, float]
    weights: Weights
    freshness: Callable[[str, int | None], float]

    def rare(self, word: Word) -> float:
        """How rare a word is, by the commonest of its forms."""
        return min(self.rarity[form] for form, _ in word.forms)

    def heard(self, concept: Concept) -> float:
        """How much a concept counts in the question."""
        return sum(word.weight * self.rare(word) for word in concept.words)


def score(text: Text, concepts: Sequence[Concept], scale: Scale) -> float:
    """How well `text` answers the concepts together; zero when it has none of them."""
    weights = scale.weights
    found = [_concept(text, concept, scale) for concept in concepts]
    asked = [scale.heard(concept) for concept in concepts]
    total = sum(asked) or 1.0
    covered = sum(part for value, part in zip(found, asked, strict=True) if value > 0) / total
    base = sum(found) + weights.near * _near(text, concepts, scale) + weights.title * _titled(text, concepts, scale)
    return base * (weights.partial + (1 - weights.partial) * covered) * scale.freshness(text.kind, text.moment)


def _concept(text: Text, concept: Concept, scale: Scale) -> float:
    own = sum(word.weight * _word(text, word, scale) for word in concept.words)
    instead = [_sequence(text, terms, concept, scale) for terms in concept.instead]
    return max([own, *(scale.weights.synonym * value for value in instead)])


def _word(text: Text, word: Word, scale: Scale) -> float:
    mass = sum(worth * _mass(text, (form,), scale) for form, worth in word.forms)
    return scale.rare(word) * _saturated(mass, scale)


def _sequence(text: Text, terms: Terms, concept: Concept, scale: Scale) -> float:
    """An equivalent is worth what it tells, but no more than what was asked."""
    mass = _mass(text, terms, scale)
    own = scale.heard(concept)
    return min(sum(scale.rarity[term] for term in terms), own or 1.0) * _saturated(mass, scale) if mass else 0.0


def _mass(text: Text, terms: Terms, scale: Scale) -> float:
    """How often the terms are there, each column by its weight and held back by its length (BM25F, Robertson 2004)."""
    if not text.has(terms[0]):
        return 0.0
    columns, held = scale.weights.columns, scale.weights.length
    mass = 0.0
    for column, length in text.lengths.items():
        if times := text.times(terms, column):
            mass += columns[column] * times / (1 - held + held * length / scale.lengths[column])
    return mass


def _saturated(mass: float, scale: Scale) -> float:
    return mass * (scale.weights.saturation + 1) / (mass + scale.weights.saturation)


def _near(text: Text, concepts: Sequence[Concept], scale: Scale) -> float:
    """For each two neighbours of the question: how rare they are by how near they stand, best in their order."""
    words = [word for concept in concepts for word in concept.words]
    return sum(
        min(scale.rare(one), scale.rare(two)) * min(one.weight, two.weight) * _closeness(text, one, two, scale)
        for one, two in pairwise(words)
    )


def _closeness(text: Text, one: Word, two: Word, scale: Scale) -> float:
    best = 0.0
    for column, places in text.places.items():
        first = [place for form, _ in one.forms for place in places.get(form, ())]
        second = {place for form, _ in two.forms for place in places.get(form, ())}
        if first and second:
            reach = min(scale.weights.columns[column], 2.0)
            best = max(best, reach * max(_step(place, second) for place in first))
    return best


def _step(place: int, others: set[int]) -> float:
    """1 for the next place, less the farther, half for the place before, 0 beyond four."""
    for gap in range(1, NEAR + 1):
        if place + gap in others:
            return 1 / gap
        if place - gap in others:
            return 0.5 / gap
    return 0.0


def _titled(text: Text, concepts: Sequence[Concept], scale: Scale) -> float:
    """How much of the question the title has, by how much of the title the question is."""
    places = text.places.get("title")
    if not places:
        return 0.0
    asked = [(word, scale.rare(word) * word.weight) for concept in concepts for word in concept.words]
    had = [(word, value) for word, value in asked if any(form in places for form, _ in word.forms)]
    filled = len({place for word, _ in had for form, _ in word.forms for place in places.get(form, ())})
    share = sum(value for _, value in had) / (sum(value for _, value in asked) or 1.0)
    return sum(value for _, value in had) * share * filled / text.lengths["title"]
