"""Finding: a question understood, matched by an engine, and the best of what matched put in order by one formula."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from search.analysis.question import Question, asked
from search.analysis.thesaurus import Concept, Thesaurus
from search.engines.matches import Ask, Engine, Match
from search.engines.rarity import rarities
from search.engines.tree import Tree, tree_of
from search.facets import value_of
from search.index.spelled import spelled
from search.index.vocabulary import Vocabulary
from search.models.index import COLUMNS, IndexedDocument
from search.ranking.formula import Scale, score
from search.ranking.freshness import freshness
from search.ranking.texts import Text, text_of
from search.ranking.weights import WEIGHTS, Weights

# How many of the best are looked at closely; a person hardly goes past them.
LOOKED_AT = 80


@dataclass(frozen=True)
class Understanding:
    """A question with its words tied to those that are there, and the concepts that they make."""

    question: Question
    concepts: tuple[Concept, ...]

    @classmethod
    def nothing(cls) -> "Understanding":
        """What is understood of nothing."""
        return cls(Question(""), ())

    def tree(self, *, every: bool = False) -> Tree:
        """What a document must have: any of the concepts, or each of them."""
        return tree_of(self.question, self.concepts, every=every)

    @property
    def terms(self) -> frozenset[str]:
        """Every term that a document may be found by."""
        forms = {form for concept in self.concepts for word in concept.words for form, _ in word.forms}
        return frozenset(forms | {term for concept in self.concepts for instead in concept.instead for term in instead})


@dataclass(frozen=True)
class Finder:
    """Finds through an engine, with the vocabulary and documents of the database `using`."""

    engine: Engine
    thesaurus: Thesaurus
    using: str = "default"
    weights: Weights = WEIGHTS

    def understood(self, typed: str) -> Understanding:
        """What `typed` asks for; without words when there is nothing to look for."""
        question = asked(typed)
        if question:
            question = spelled(question, Vocabulary(self.using), self.thesaurus)
        return Understanding(question, self.thesaurus.concepts(question))

    def best(self, understanding: Understanding, ask: Ask, *, start: int, stop: int, at: datetime) -> list[Match]:
        """The matches from place `start` to before `stop`, the best answer first.

        Those that the engine finds best are put in order by the formula; the rest follow as the engine has them.
        """
        if start >= LOOKED_AT:
            return self.engine.best(ask, start=start, stop=stop)
        first = self.engine.best(ask, start=0, stop=LOOKED_AT)
        scores = (
            self._scores(understanding, first, at=at) if understanding.concepts else {m.row: m.score for m in first}
        )
        first.sort(key=lambda match: (-scores[match.row], -(match.moment or 0), -match.object_id))
        rest = self.engine.best(ask, start=LOOKED_AT, stop=stop) if stop > LOOKED_AT <= len(first) else []
        return [*first, *rest][start:stop]

    def _scores(self, understanding: Understanding, best: Sequence[Match], *, at: datetime) -> dict[int, float]:
        texts = self._texts(best, understanding.terms)
        scale = Scale(
            rarity=rarities(understanding.terms, using=self.using),
            lengths=_usual_lengths(texts),
            weights=self.weights,
            freshness=freshness(at=at, most=self.weights.fresh),
        )
        return {text.key: score(text, understanding.concepts, scale) for text in texts}

    def _texts(self, best: Sequence[Match], wanted: frozenset[str]) -> list[Text]:
        rows = IndexedDocument.objects.using(self.using).filter(pk__in=[match.row for match in best])
        kept = {row[0]: row[1:] for row in rows.values_list("pk", *COLUMNS)}
        return [
            text_of(
                match.row,
                value_of(match.facets, "type"),
                match.moment,
                dict(zip(COLUMNS, kept[match.row], strict=True)),
                wanted=wanted,
            )
            for match in best
            if match.row in kept
        ]


def _usual_lengths(texts: Sequence[Text]) -> dict[str, float]:
    """The mean length of each column among the documents that have it."""
    total: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for text in texts:
        total.update(text.lengths)
        having.update(text.lengths.keys())
    return {column: total[column] / having[column] for column in having}
