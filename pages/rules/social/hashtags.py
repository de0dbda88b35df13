"""Hashtags out of the institution's words.

Every network ends a hashtag at the first character that is neither letter, digit nor underscore, and asks for one that
is no digit; accented letters belong to it. Capitals tell the words apart, for people and for screen readers.
"""

import unicodedata
from collections.abc import Iterable

import regex

LONGEST = 50
_word = regex.compile(r"[\p{L}\p{M}\p{N}_]+")


def hashtag(words: str) -> str:
    """`#ObrasPúblicas` of «obras públicas»; blank when nothing in the words can be one, or it would be too long."""
    return _marked("".join(each[0].upper() + each[1:] for each in _words(words)))


def hashtags(names: Iterable[str]) -> list[str]:
    """The hashtags of the names, in their order, each once whatever its capitals."""
    return _each_once(hashtag(name) for name in names)


def typed_hashtags(text: str) -> list[str]:
    """What somebody typed as hashtags, with or without `#`, apart by spaces or commas, with the capitals they have."""
    return _each_once(_marked("".join(_words(each))) for each in text.replace(",", " ").replace("#", " ").split())


def _words(text: str) -> list[str]:
    return _word.findall(unicodedata.normalize("NFC", text))


def _marked(name: str) -> str:
    return f"#{name}" if len(name) <= LONGEST and any(each.isalpha() for each in name) else ""


def _each_once(made: Iterable[str]) -> list[str]:
    return list({each.casefold(): each for each in reversed([each for each in made if each])}.values())[::-1]
