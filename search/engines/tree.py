"""What must match, as a tree that every engine can write in its own language."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.analysis.chain import AS_WRITTEN
from search.analysis.question import MOST_WORDS, Question, Terms, clean
from search.analysis.stemming import stem
from search.analysis.thesaurus import Concept
from search.analysis.tokens import tokens


@dataclass(frozen=True)
class Sequence:
    """Terms that follow each other; one term alone mostly. With `prefix`, the last may go on."""

    terms: Terms
    prefix: bool = False


@dataclass(frozen=True)
class AnyOf:
    parts: "tuple[Tree, ...]"


@dataclass(frozen=True)
class AllOf:
    parts: "tuple[Tree, ...]"


@dataclass(frozen=True)
class Without:
    wanted: "Tree"
    unwanted: "Tree"


Tree = Sequence | AnyOf | AllOf | Without


def tree_of(question: Question, concepts: Iterable[Concept], *, every: bool = False) -> Tree:
    """What a document must have: any of the concepts (each, with `every`), the phrases, nothing excluded."""
    telling = [concept for concept in concepts if not all(word.only_asks for word in concept.words)] if every else ()
    each = tuple(_concept(concept, every) for concept in telling or concepts)
    loose = _all(each) if every else _any(each)
    phrases = tuple(Sequence(phrase) for phrase in question.phrases)
    wanted = _all((*phrases, loose)) if phrases and every else _all(phrases) if phrases else loose
    return Without(wanted, _any(tuple(map(Sequence, question.excluded)))) if question.excluded else wanted


def completion(typed: str) -> Tree | None:
    """Each word of what is being typed: in a title, any of whose words may begin so, or anywhere by its stem."""
    words = [token.text for token in tokens(clean(typed)) if token.text][:MOST_WORDS]
    each = (AnyOf((Sequence((AS_WRITTEN + word,), prefix=True), Sequence((stem(word),)))) for word in words)
    return _all(tuple(each)) if words else None


def _concept(concept: Concept, every: bool) -> Tree:
    words = tuple(_any(tuple(Sequence((form,)) for form, _ in word.forms)) for word in concept.words)
    own = _all(words) if every else _any(words)
    return _any((own, *(Sequence(instead) for instead in _adding(concept, every))))


def _adding(concept: Concept, every: bool) -> Iterable[Terms]:
    """The equivalents that can match what the words don't: «plaza de armas» adds nothing to «plaza»."""
    if every and len(concept.words) > 1:
        return concept.instead
    alone = {form for word in concept.words for form, _ in word.forms}
    return [instead for instead in concept.instead if alone.isdisjoint(instead)]


def _any(parts: tuple[Tree, ...]) -> Tree:
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _all(parts: tuple[Tree, ...]) -> Tree:
    return parts[0] if len(parts) == 1 else AllOf(parts)
