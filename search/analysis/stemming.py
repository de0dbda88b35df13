"""Joining the forms of a Spanish word under one stem, lightly: number, gender, verb and noun where it is safe."""

import re
from functools import lru_cache

import snowballstemmer

from search.analysis.words import PROTECTED, SINGULAR_IN_S

SNOWBALL = snowballstemmer.stemmer("spanish")
SHORTEST_PLURAL = 4
PLURAL = re.compile(r"(?<=[lrnd])es$|(?<=[aeiou])s$")
# Nouns whose verb Snowball leaves apart, by the ends of both: construcción/construir, reducción/reducir, …
FAMILIES = (
    (re.compile(r"struccion$"), "stru"),
    (re.compile(r"duccion$"), "duc"),
    (re.compile(r"scripcion$"), "scrib"),
    (re.compile(r"(?<=.{4})icion$"), ""),
    (re.compile(r"(el|t|rr)eccion$"), r"\1eg"),
    (re.compile(r"^atencion$"), "atend"),
    (re.compile(r"(?<=.{2})uir$"), "u"),
    (re.compile(r"(?<=.{3})iez$"), "i"),
    (re.compile(r"(?<=.{3})j$"), "g"),
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
    found = SNOWBALL.stemWord(singular(word))
    for ending, kept in FAMILIES:
        found = ending.sub(kept, found)
    return found


def singular(word: str) -> str:
    """A folded word without the mark of its plural, and `ces` as `z`; others as they are."""
    if word in SINGULAR_IN_S or len(word) < SHORTEST_PLURAL:
        return word
    if word.endswith("ces") and len(word) > SHORTEST_PLURAL:
        return word[:-3] + "z"
    if word.endswith("ses"):
        return word[:-2]
    return PLURAL.sub("", word)
