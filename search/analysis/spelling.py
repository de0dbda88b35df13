"""How near a word that nobody wrote is to the words that are there: by its sound in Spanish, then by its letters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from search.analysis.folding import without_enye

# Letters that sound alike for those who write here (Ortografía de la lengua española, RAE 2010, cap. I).
SOUNDS = (
    (re.compile(r"qu(?=[ei])|k|c(?=[^eih]|$)"), "k"),
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"z|x|c(?=[ei])"), "s"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"w"), "u"),
    (re.compile(r"m(?=[bp])"), "n"),
    (re.compile(r"(.)\1+"), r"\1"),
)
SHORTEST = 4
TWO_MISTAKES_FROM = 8
SAME_SOUND = 0.4
# How much a correction counts, by its distance.
WORTH = ((0.5, 0.9), (1.0, 0.8), (2.0, 0.55))


@dataclass(frozen=True)
class Spelling:
    """A word that is there: as written, folded, its stem, how it sounds and in how many documents."""

    text: str
    folded: str
    stem: str
    sound: str
    documents: int


@lru_cache(maxsize=65536)
def sound(folded_word: str) -> str:
    """How a folded word sounds, so that «vacunasion» and «bacunación» sound as «vacunación»."""
    heard = without_enye(folded_word)
    for letters, said in SOUNDS:
        heard = letters.sub(said, heard)
    return heard


def distance(word: str, other: Spelling) -> float:
    """Letters changed, left out, added or swapped between a folded word and another; 0.4 when they sound alike."""
    heard = sound(word)
    if heard == other.sound:
        return SAME_SOUND
    by_letter = OSA.distance(without_enye(word), without_enye(other.folded), score_cutoff=3)
    by_sound = OSA.distance(heard, other.sound, score_cutoff=3)
    return min(by_letter, by_sound + 0.1)


def allowed(word: str) -> float:
    """How many mistakes a folded word of that length may have: none under four letters, one up to seven, then two."""
    if len(word) < SHORTEST:
        return 0
    return 2.1 if len(word) >= TWO_MISTAKES_FROM else 1.1


def nearest(word: str, among: Iterable[Spelling], *, most: int = 3) -> list[tuple[Spelling, float]]:
    """The words that `word` may be a slip of, each with its worth (0–1), one for each stem, the likeliest first."""
    limit = allowed(word)
    near = [(other, gone) for other in among if (gone := distance(word, other)) <= limit]
    near.sort(key=lambda each: (round(each[1] * 2), -each[0].documents, each[0].text))
    found: dict[str, tuple[Spelling, float]] = {}
    for other, gone in near:
        found.setdefault(other.stem, (other, worth(gone)))
    return list(found.values())[:most]


def worth(gone: float) -> float:
    """What a match by correction counts beside one as written."""
    return next(value for limit, value in WORTH if gone <= limit + 0.1)
