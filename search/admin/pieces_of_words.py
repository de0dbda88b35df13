"""What the registers look for of what was typed: of each word, what it keeps in all its forms."""

from itertools import takewhile

from search.analysis.question import clean
from search.analysis.stemming import stem
from search.analysis.tokens import tokens
from search.analysis.words import STOP

SHORTEST = 3


def pieces_of_words(typed: str) -> list[str]:
    """For each word that says something, the beginning that it shares with its stem: `obras` → `obra`.

    So a register finds `Obra` and `obras` alike, by the chain of the portal's search, inside any column.
    """
    said = [token.text for token in tokens(clean(typed)) if token.text]
    return [_piece(word) for word in [word for word in said if word not in STOP] or said]


def _piece(word: str) -> str:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(word, stem(word), strict=False))
    shared = "".join(letter for letter, _ in same)
    return shared if len(shared) >= SHORTEST else word
