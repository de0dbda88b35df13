"""Words and phrases that mean the same, looked up in a question and never written in an index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from search.analysis.chain import terms, words
from search.analysis.question import Question, Terms, Word
from search.analysis.spelling import Spelling, spelling


@dataclass(frozen=True)
class Concept:
    """Words of a question that are wanted together, and the sequences of stems that would do as well."""

    words: tuple[Word, ...]
    instead: tuple[Terms, ...] = ()


class Thesaurus:
    """Groups of equivalents, each a list of words or phrases as people write them."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._of: dict[Terms, list[Terms]] = {}
        self._groups = [list(group) for group in groups]
        for group in self._groups:
            members = [tuple(found) for text in group if (found := terms(text))]
            for member in members:
                self._of.setdefault(member, []).extend(each for each in members if each != member)
        self._longest = max(map(len, self._of), default=1)

    @cached_property
    def spellings(self) -> list[Spelling]:
        """The words of its members, which a slip may have meant though no document has them."""
        said = {word for group in self._groups for text in group for word in words(text) if word.isalpha()}
        return [spelling(word, 0) for word in sorted(said)]

    def knows(self, stem: str) -> bool:
        """Whether some member has this one stem by itself."""
        return (stem,) in self._of

    def concepts(self, question: Question) -> tuple[Concept, ...]:
        """The question's words, those that make a known word or phrase together, the longest first."""
        return tuple(self._grouped(question.words))

    def _grouped(self, words: tuple[Word, ...]) -> Iterator[Concept]:
        at = 0
        while at < len(words):
            size = self._size(words, at)
            together = words[at : at + size]
            yield Concept(together, self._instead(together))
            at += size

    def _size(self, words: tuple[Word, ...], at: int) -> int:
        sizes = range(min(self._longest, len(words) - at), 1, -1)
        return next((size for size in sizes if _stems(words[at : at + size]) in self._of), 1)

    def _instead(self, words: tuple[Word, ...]) -> tuple[Terms, ...]:
        found = list(dict.fromkeys(self._of.get(_stems(words), ())))
        if len(words) == 1 and words[0].parts:
            found.append(words[0].parts)
        return tuple(found)


@lru_cache(maxsize=4)
def thesaurus_of(groups: tuple[tuple[str, ...], ...]) -> Thesaurus:
    """The thesaurus of those groups, made once while they stay the same."""
    return Thesaurus(groups)


def _stems(words: tuple[Word, ...]) -> Terms:
    return tuple(word.stem for word in words)
