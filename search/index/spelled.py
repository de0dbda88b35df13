"""A question with each word tied to the words that are there: other spellings, endings not typed yet, slips."""

from collections.abc import Sequence
from dataclasses import replace

from search.analysis.question import Question, Word
from search.analysis.spelling import Spelling
from search.analysis.thesaurus import Thesaurus
from search.index.vocabulary import Vocabulary

# A word without ñ beside the one with it («ano», «año») counts a little less when both are written somewhere.
OTHER_LETTER = 0.8
UNFINISHED = 0.8
SHORTEST_BEGINNING = 3
MOST_ENDINGS = 4
MOST_UNKNOWN = 6


def spelled(question: Question, vocabulary: Vocabulary, thesaurus: Thesaurus) -> Question:
    """The question with the forms in which each word is there, and what was corrected, as (typed, used) pairs."""
    letters = [word for word in question.words if not word.is_code]
    near = vocabulary.near(word.said for word in letters)
    unknown = [word for word in letters if not near[word.said] and not thesaurus.knows(word.stem)]
    slips = {word.said: _meant(word, vocabulary) for word in unknown[:MOST_UNKNOWN]}
    words = tuple(_tied(word, near.get(word.said, ()), slips.get(word.said, ())) for word in question.words)
    corrections = [(said, meant[0][0].text) for said, meant in slips.items() if meant and meant[0][1] != UNFINISHED]
    return replace(question, words=words, corrections=tuple(corrections))


def _meant(word: Word, vocabulary: Vocabulary) -> Sequence[tuple[Spelling, float]]:
    """What an unknown word may be the beginning of, or else a slip of."""
    if len(word.said) >= SHORTEST_BEGINNING:
        endings = vocabulary.completions(word.said, most=MOST_ENDINGS)
        if endings:
            return [(ending, UNFINISHED) for ending in endings]
    return vocabulary.corrections(word.said)


def _tied(word: Word, near: Sequence[Spelling], meant: Sequence[tuple[Spelling, float]]) -> Word:
    if meant:
        return replace(word, variants=_variants(word, [(spelling.stem, worth) for spelling, worth in meant]))
    as_typed = any(spelling.stem == word.stem for spelling in near)
    worth = OTHER_LETTER if as_typed else 1.0
    return replace(word, variants=_variants(word, [(spelling.stem, worth) for spelling in near]))


def _variants(word: Word, forms: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple({stem: worth for stem, worth in forms if stem != word.stem}.items())
