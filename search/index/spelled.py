"""A question with each word tied to the words that are there: other spellings, endings not typed yet, slips."""

from collections.abc import Sequence
from dataclasses import replace

from search.analysis.folding import without_enye
from search.analysis.question import Question, Word
from search.analysis.spelling import Spelling, distance
from search.analysis.thesaurus import Thesaurus
from search.index.vocabulary import Vocabulary

# A word without ñ beside the one with it («ano», «año») counts a little less when both are written somewhere.
OTHER_LETTER = 0.8
# What an unknown word may mean besides the likeliest.
OTHERWISE = 0.5
# A corrected word counts a little less: it may have been right, and about something that is not here.
CORRECTED = 0.8
SHORTEST_BEGINNING = 3
MOST_ENDINGS = 4
MOST_MEANT = 2
ONE_MISTAKE = 1.1
MOST_UNKNOWN = 6


def spelled(question: Question, vocabulary: Vocabulary, thesaurus: Thesaurus) -> Question:
    """The question with the forms in which each word is there, and what was corrected, as (typed, used) pairs."""
    letters = [word for word in question.words if not word.is_code]
    near = vocabulary.near(word.said for word in letters)
    unknown = [word for word in letters if not (near[word.said] or word.only_asks or thesaurus.knows(word.stem))]
    meant = {word.said: _meant(word, vocabulary, thesaurus) for word in unknown[:MOST_UNKNOWN]}
    words = tuple(_tied(word, near.get(word.said, ()), meant.get(word.said, ())) for word in question.words)
    corrections = [(said, found[0].text) for said, found in meant.items() if found and not _begins(said, found[0])]
    return replace(question, words=words, corrections=tuple(corrections))


def _meant(word: Word, vocabulary: Vocabulary, thesaurus: Thesaurus) -> list[Spelling]:
    """What an unknown word may be the beginning of, when one letter is missing, or else a slip, or else a beginning."""
    endings = vocabulary.completions(word.said, most=MOST_ENDINGS) if len(word.said) >= SHORTEST_BEGINNING else []
    slips = vocabulary.corrections(word.said, also=thesaurus.spellings)
    clear = [slip for slip in slips if distance(word.said, slip) <= ONE_MISTAKE]
    return (clear or endings or slips)[:MOST_MEANT]


def _begins(said: str, spelling: Spelling) -> bool:
    return without_enye(spelling.folded).startswith(without_enye(said))


def _tied(word: Word, near: Sequence[Spelling], meant: Sequence[Spelling]) -> Word:
    """The word by what it was a slip of, as if that had been typed; or with the other forms in which it is written."""
    if meant:
        others = [(spelling.stem, OTHERWISE) for spelling in meant[1:]]
        return replace(
            word, stem=meant[0].stem, weight=word.weight * CORRECTED, variants=_variants(meant[0].stem, others)
        )
    as_typed = any(spelling.stem == word.stem for spelling in near)
    worth = OTHER_LETTER if as_typed else 1.0
    return replace(word, variants=_variants(word.stem, [(spelling.stem, worth) for spelling in near]))


def _variants(stem: str, forms: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple({other: worth for other, worth in forms if other != stem}.items())
