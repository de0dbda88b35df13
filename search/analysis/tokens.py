"""Cutting a text into what people look for: words, acronyms, codes, amounts and telephone numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis.folding import folded

PIECE = r"[^\W_]+"
RUN = re.compile(
    rf"""
      (?P<phone>(?<![\w-])(?:\+51[ -]?)?9\d\d[ -]?\d\d\d[ -]?\d\d\d(?![\w-]))
    | (?P<landline>(?<![\w-])\(?0\d\d\)?[ -]?\d\d\d[ -]?\d\d\d(?![\w-]))
    | (?P<spaced>(?<![\w.,/-])[1-9]\d{{0,2}}(?:[ ]\d\d\d)+(?![\w]))
    | {PIECE}(?:[-/.,]{PIECE})*\.?
    """,
    re.VERBOSE,
)
AMOUNT = re.compile(r"\d{1,3}(?:,\d\d\d)+(?:\.\d\d?)?")
ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
WORD = re.compile(PIECE)
DIGIT = re.compile(r"\d")
SEPARATORS = re.compile(r"[-/.]")
NOT_DIGITS = re.compile(r"\D")
MOBILE_DIGITS = 9
LOCAL_DIGITS = 6
MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: what it says, folded, and where it stands there (characters, end excluded).

    `parts` are the pieces that a code or an amount may also be looked for by: `045-2026` → `45`, `2026`.
    """

    text: str
    start: int
    end: int
    parts: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in their order; punctuation, emoji and lone marks are none. Takes time as its length."""
    for run in RUN.finditer(text):
        if run["phone"]:
            yield Token(NOT_DIGITS.sub("", run["phone"])[-MOBILE_DIGITS:], run.start(), run.end())
        elif run["landline"]:
            digits = NOT_DIGITS.sub("", run["landline"])
            yield Token(_plain(digits), run.start(), run.end(), (_plain(digits[-LOCAL_DIGITS:]),))
        elif run["spaced"]:
            groups = run["spaced"].split(" ")
            yield Token(_plain("".join(groups)), run.start(), run.end(), tuple(map(_plain, groups)))
        else:
            yield from _of_run(run.group(), run.start())


def _of_run(run: str, at: int) -> Iterator[Token]:
    """The tokens of what is written without blanks, such as `S.N.I.P.`, `agua/luz` or `045-2026-MPA`."""
    said = run.rstrip(".")
    if AMOUNT.fullmatch(said):
        yield _amount(said, at)
    elif "." in run and ACRONYM.fullmatch(run) and len(run) > 2:
        yield Token(folded(run.replace(".", "")), at, at + len(run))
    elif "," not in said and DIGIT.search(said) and 1 < len(parts := SEPARATORS.split(said)) <= MOST_PARTS:
        numbered = tuple(_plain(part) for part in parts)
        yield Token("-".join(numbered), at, at + len(said), numbered)
    else:
        for word in WORD.finditer(run):
            yield Token(_plain(word.group()), at + word.start(), at + word.end())


def _amount(said: str, at: int) -> Token:
    """`1,250,000.50` is looked for whole, or by its whole soles."""
    whole, _, cents = said.replace(",", "").partition(".")
    token = f"{whole}.{cents}" if cents.strip("0") else whole
    return Token(token, at, at + len(said), (whole,) if token != whole else ())


def _plain(word: str) -> str:
    """A word folded; a number without the zeros at its left, so that 45-2026 finds 045-2026."""
    word = folded(word)
    return (word.lstrip("0") or "0") if word.isdecimal() else word
