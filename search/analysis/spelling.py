"""How near a word that nobody wrote is to the words that are there: by its sound in Spanish, then by its letters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from search.analysis.folding import folded, without_enye
from search.analysis.stemming import stem
from search.analysis.words import ASKING, STOP

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
    (re.compile(r"rr+"), "R"),
    (re.compile(r"(.)\1+"), r"\1"),
)
SHORTEST = 3
TWO_MISTAKES_FROM = 6
SAME_SOUND = 0.4
LONG_STEM = 6
FAR = 9.0
LETTERS_APART = 2


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
    return min(by_letter, by_sound + 0.1, _by_stem(word, other) + 0.1)


def _by_stem(word: str, other: Spelling) -> float:
    """The same between stems, so that a slip in «electrificar» finds «electrificación»; short stems are too alike."""
    own = stem(word)
    return OSA.distance(own, other.stem, score_cutoff=3) if len(own) >= LONG_STEM else FAR


def spelling(text: str, documents: int) -> Spelling:
    """A word as it is compared with others."""
    plain = folded(text)
    return Spelling(text, plain, stem(plain), sound(plain), documents)


def alike_in_length(word: str, other: Spelling) -> bool:
    """Whether two words can be within two mistakes of each other, by their length or that of their stems."""
    return abs(len(sound(word)) - len(other.sound)) <= LETTERS_APART or (
        abs(len(stem(word)) - len(other.stem)) <= LETTERS_APART
    )


def allowed(word: str) -> float:
    """How many mistakes a folded word of that length may have: none under three letters, one up to five, then two."""
    if len(word) < SHORTEST:
        return 0
    return 2.1 if len(word) >= TWO_MISTAKES_FROM else 1.1


def nearest(word: str, among: Iterable[Spelling]) -> list[Spelling]:
    """The words that `word` may be a slip of: those with the fewest mistakes, the commonest first, one for each stem.

    What only asks («puede») comes after the rest.
    """
    limit = allowed(word)
    gone = [(other, distance(word, other)) for other in among if other.folded not in STOP]
    fewest = min((mistakes for _, mistakes in gone), default=limit + 1)
    if fewest > limit:
        return []
    near = [other for other, mistakes in gone if mistakes <= fewest + SAME_SOUND]
    near.sort(key=lambda other: (other.folded in ASKING, -other.documents, other.text))
    found: dict[str, Spelling] = {}
    for other in near:
        found.setdefault(other.stem, other)
    return list(found.values())
