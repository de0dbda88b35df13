"""Joining the forms of a Spanish word under one stem, lightly: number, gender, verb and noun where it is safe."""

import re
from functools import lru_cache

import snowballstemmer

from search.analysis.words import DECIDED_BY_ENDING, PROTECTED, SINGULAR_IN_S

SNOWBALL = snowballstemmer.stemmer("spanish")
Endings = tuple[tuple[re.Pattern[str], str], ...]
SHORTEST_PLURAL = 4
PLURAL = re.compile(r"(?<=[lrnd])es$|(?<=[aeiou])s$")
# Endings that Snowball cuts in a noun otherwise than in its verb: electrificación/electrificar, reciclaje/reciclar.
AS_THEIR_VERB = (
    (re.compile(r"(?<=.{2})icacion$"), "icar"),
    (re.compile(r"(?<=.{5})aje$"), "ar"),
)
# Stems that it leaves apart, by the ends of both: construcción/construir, nacimiento/nacer, turismo/turista, …
FAMILIES = tuple(
    (re.compile(ending), kept)
    for ending, kept in {
        r"struc(cion|tor)$": "stru",
        r"duc(cion|tor)$": "duc",
        r"scripcion$": "scrib",
        r"(?<=.{4})icion$": "",
        r"(el|t|rr)eccion$": r"\1eg",
        r"(?<=.{2})version$": "vert",
        r"clusion$": "clu",
        r"^atencion$": "atend",
        r"^reunion$": "reun",
        r"^(don|vot|fund|cit|dot)acion$": r"\1",
        r"(?<=.{2})uir$": "u",
        r"(?<=.{3})iez$": "i",
        r"(?<=.{3})imient$": "",
        r"(?<=.{4})eri$": "er",
        r"(?<=.{5})ani$": "an",
        r"(?<=.{3})ism$": "ist",
        r"(?<=.{5})ial$": "i",
        r"^municipi$": "municipal",
        r"^juven(il|tud)$": "jov",
        r"^agric(ol|ultur|ultor)$": "agric",
        r"(?<=.{3})j$": "g",
    }.items()
)


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The stem of a folded word. A number or a protected word (a place, an acronym) is its own, marked with `=`.

    The mark keeps CAS (contratación administrativa de servicios) apart from the stem of «casa».
    """
    if word in PROTECTED:
        return f"={word}"
    if not word.isalpha():
        return word
    one = singular(word)
    if one in DECIDED_BY_ENDING:
        return one
    return _changed(SNOWBALL.stemWord(_changed(one, AS_THEIR_VERB)), FAMILIES)


def singular(word: str) -> str:
    """A folded word without the mark of its plural, and `ces` as `z`; others as they are."""
    if word in SINGULAR_IN_S or len(word) < SHORTEST_PLURAL:
        return word
    if word.endswith("ces") and len(word) > SHORTEST_PLURAL:
        return word[:-3] + "z"
    if word.endswith("ses"):
        return word[:-2]
    return PLURAL.sub("", word)


def _changed(word: str, endings: Endings) -> str:
    for ending, kept in endings:
        word = ending.sub(kept, word)
    return word
