"""The chain that every text goes through, when it is kept and when it is looked for: the same for every engine."""

from search.analysis.folding import without_enye
from search.analysis.stemming import stem
from search.analysis.tokens import tokens
from search.analysis.words import STOP


def terms(text: str) -> list[str]:
    """What a text is found by, in its order: stems without stop words, codes followed by their parts.

    A text that has nothing but stop words («¿Quiénes somos?») keeps them.
    """
    said = _said(text)
    telling = [word for word in said if word not in STOP]
    return [stem(word) for word in telling or said]


def words(text: str) -> list[str]:
    """The words of a text as people write them but in lower case, and its codes and numbers as they are looked for."""
    found: list[str] = []
    for token in tokens(text):
        plain = token.text.isalpha()
        found.extend([text[token.start : token.end].lower()] if plain else [token.text, *token.parts])
    return found


def normalised(text: str) -> str:
    """A text folded and without punctuation, to tell whether two queries say the same."""
    return " ".join(token.text for token in tokens(text) if token.text)


# What marks, in an index, a word as it is written; stems have no mark.
AS_WRITTEN = "^"


def as_written(text: str) -> list[str]:
    """The folded words that may be completed, marked, stop words included; those with ñ also with n."""
    forms = (form for word in _said(text) for form in (word, without_enye(word)))
    return [AS_WRITTEN + word for word in dict.fromkeys(forms)]


def _said(text: str) -> list[str]:
    """The tokens of a text, each followed by its parts."""
    return [part for token in tokens(text) for part in (token.text, *token.parts) if part]
