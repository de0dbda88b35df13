"""Finding where a text names an official, or a post that only officials hold.

Source: Ley 26859, art. 192 and the jury's regulation: the publicity that an election allows carries no name, image,
voice or post of an official.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from anyascii import anyascii

WORD = re.compile(r"[^\W_]+")
JOINING = frozenset({"de", "del", "la", "las", "los", "y", "e"})
COURTESIES = frozenset(
    {
        "sr", "sra", "srta", "dr", "dra", "ing", "lic", "abog", "prof", "econ", "cpc", "arq", "mg", "don", "dona",
        "senor", "senora", "senorita", "doctor", "doctora",
    }
)  # fmt: skip
POSTS = (
    ("alcalde",), ("alcaldesa",), ("alcaldes",), ("alcaldesas",), ("burgomaestre",),
    ("regidor",), ("regidora",), ("regidores",), ("regidoras",), ("gerente", "municipal"),
)  # fmt: skip


@dataclass(frozen=True)
class Official:
    """Somebody who holds a public post now."""

    name: str
    position: str = ""


@dataclass(frozen=True)
class _Word:
    folded: str
    start: int
    end: int


def officials_named(text: str, officials: Iterable[Official]) -> list[str]:
    """The words of `text` that name any of the officials or a post, as written there, each once.

    Accents, capitals and joining words don't matter. A person is named by two of their names together, one of them a
    surname: the given name and the first surname, or both surnames.
    """
    words = _words(text)
    spans = [span for wanted in _wanted(officials) for span in _places(words, wanted)]
    return list(dict.fromkeys(text[words[first].start : words[last].end] for first, last in _joined(spans)))


def _words(text: str) -> list[_Word]:
    found = (_Word(anyascii(match.group()).casefold(), match.start(), match.end()) for match in WORD.finditer(text))
    return [word for word in found if word.folded not in JOINING]


def _wanted(officials: Iterable[Official]) -> Iterator[Sequence[str]]:
    yield from POSTS
    for official in officials:
        yield from _ways_to_name(_plain(official.name))
        if position := _plain(official.position):
            yield position


def _plain(name: str) -> list[str]:
    return [word.folded for word in _words(name) if word.folded not in COURTESIES]


def _ways_to_name(names: list[str]) -> Iterator[Sequence[str]]:
    if len(names) < 3:
        yield from [names] if names else []
        return
    yield names
    yield names[0], names[2]
    first = 1 if len(names) > 3 else 0  # of four names the first two are given, which alone name nobody
    yield from zip(names[first:], names[first + 1 :], strict=False)


def _places(words: list[_Word], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    folded = [word.folded for word in words]
    for start in range(len(folded) - len(wanted) + 1):
        if folded[start : start + len(wanted)] == list(wanted):
            yield start, start + len(wanted) - 1


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
