"""What a person typed, as what is wanted: words, phrases in quotes, what must not be there. Nothing is an error."""

import re
import unicodedata
from dataclasses import dataclass

from search.analysis.chain import terms
from search.analysis.stemming import stem
from search.analysis.tokens import Token, tokens
from search.analysis.words import ASKING, STOP

LONGEST = 300
MOST_WORDS = 24
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
QUOTED = re.compile(r'(?<![^\W_])(-?)"([^"]*)"?')
CURLY = str.maketrans(dict.fromkeys("“”«»„‟", '"'))
EXCLUDED = re.compile(r"(?:(?<=\s)|^)-(?=[^\W_])(\S+)")
ASKING_WEIGHT = 0.25

Terms = tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """One wanted word: as typed (folded), the stem that stands for it, others that may stand instead, weighted."""

    said: str
    stem: str
    weight: float = 1.0
    variants: tuple[tuple[str, float], ...] = ()
    parts: Terms = ()

    @property
    def only_asks(self) -> bool:
        """Whether it is what one says to ask, instead of what is asked for."""
        return self.weight <= ASKING_WEIGHT

    @property
    def is_code(self) -> bool:
        """Whether it is a number or has one in it: such words are never corrected."""
        return not self.said.isalpha()

    @property
    def forms(self) -> tuple[tuple[str, float], ...]:
        return ((self.stem, 1.0), *self.variants)


@dataclass(frozen=True)
class Question:
    """A question understood: the words in their order, phrases that must be there whole, and what must not be."""

    typed: str
    words: tuple[Word, ...] = ()
    phrases: tuple[Terms, ...] = ()
    excluded: tuple[Terms, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


def clean(typed: str) -> str:
    """What was typed, composed, without control or direction marks, at most 300 characters, blanks made one."""
    text = unicodedata.normalize("NFC", typed[: LONGEST * 4].encode("utf-8", "ignore").decode())
    return " ".join(CONTROL.sub(" ", text).split())[:LONGEST].strip()


def asked(typed: str) -> Question:
    """Understand `typed`. With nothing but what must not be there, that is taken as wanted instead."""
    text = clean(typed).translate(CURLY)
    quoted, loose = QUOTED.findall(text), QUOTED.sub(" ", text)
    excluded = [inside for minus, inside in quoted if minus] + EXCLUDED.findall(loose)
    whole = [inside for minus, inside in quoted if not minus]
    found = _words(" ".join([EXCLUDED.sub(" ", loose), *whole]))
    if not found:
        return Question(text, _words(" ".join(excluded)))
    return Question(
        typed=text,
        words=found,
        phrases=_sequences(whole),
        excluded=_sequences(excluded),
    )


def _sequences(texts: list[str]) -> tuple[Terms, ...]:
    """The terms of each as they follow each other in a kept text, where a code is followed by its parts."""
    return tuple(tuple(found) for text in texts if (found := terms(text)))


def _words(text: str) -> tuple[Word, ...]:
    said = [token for token in tokens(text) if token.text]
    telling = [token for token in said if token.text not in STOP] or said
    return tuple({token.text: _word(token) for token in telling}.values())[:MOST_WORDS]


def _word(token: Token) -> Word:
    weight = ASKING_WEIGHT if token.text in ASKING else 1.0
    return Word(token.text, stem(token.text), weight, parts=tuple(stem(part) for part in token.parts))
