"""Which of a note's first lines are its number, kicker, title, summary and dateline."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from pages.importing.dateline import Dateline, parse_dateline
from pages.importing.letterhead import is_letterhead, read_number
from pages.importing.names import fold

HEAD_LINES = 14
FOOT_LINES = 5
_MAX_TITLE = 220
# A heading is the title under at most a kicker; further down it opens a part of the text.
_HEADING_WITHIN = 2
_MAX_SUMMARY = 500
_MAX_KICKER = 90
_MAX_BARE_KICKER_WORDS = 4


class Role(StrEnum):
    """What a line's style says it is."""

    PLAIN = ""
    TITLE = "title"
    SUBTITLE = "subtitle"
    KICKER = "kicker"
    HEADING = "heading"
    PICTURE = "picture"
    OTHER = "other"


_NEVER = {Role.OTHER, Role.PICTURE}


@dataclass(frozen=True)
class Line:
    """One paragraph as the rules see it. `marked`: all of it bold or in italics. `capitals`: all in capitals."""

    text: str
    role: Role = Role.PLAIN
    marked: bool = False
    capitals: bool = False


@dataclass(frozen=True)
class Headline:
    """What was found. `used` are the lines to drop from the body; `cuts` the characters to cut from a line's start."""

    title: str = ""
    kicker: str = ""
    summary: str = ""
    former_number: str = ""
    date: datetime.date | None = None
    place: str = ""
    used: frozenset[int] = frozenset()
    cuts: dict[int, int] = field(default_factory=dict)


def find_headline(lines: Sequence[Line], *, known_title: str = "") -> Headline:
    """Pure rules over a note's lines. With `known_title` only a line saying the same is taken as the title."""
    head = [at for at, line in enumerate(lines[:HEAD_LINES]) if line.text.strip() and line.role not in _NEVER]
    number_at, code = _number(lines, head)
    dateline_at, dateline = _dateline(lines, head)
    whole = dateline is not None and dateline.length >= len(lines[dateline_at].text.rstrip())
    apart = {number_at, dateline_at}
    body_at = dateline_at if dateline and not whole else len(lines)
    title_at = _title_at(lines, _candidates(lines, [at for at in head if at < body_at], apart), known_title)
    kicker_at = _kicker_at(lines, [at for at in head if at < title_at and at not in apart])
    summary_at = _summary_at(lines, title_at, apart)
    taken = {number_at, title_at, kicker_at, summary_at, dateline_at if whole else -1}
    return Headline(
        title=_text(lines, title_at),
        kicker=_text(lines, kicker_at),
        summary=_text(lines, summary_at),
        former_number=code,
        date=dateline.date if dateline else None,
        place=dateline.place if dateline else "",
        used=frozenset((taken | _letterhead(lines, title_at, number_at)) - {-1}),
        cuts={dateline_at: dateline.length} if dateline and not whole else {},
    )


def _text(lines: Sequence[Line], at: int) -> str:
    return " ".join(lines[at].text.split()) if at >= 0 else ""


def _number(lines: Sequence[Line], head: Sequence[int]) -> tuple[int, str]:
    for at in head:
        code = read_number(lines[at].text)
        if code is not None:
            return at, code
    return -1, ""


def _dateline(lines: Sequence[Line], head: Sequence[int]) -> tuple[int, Dateline | None]:
    """The first dateline of the head, or a line of the foot that is nothing else."""
    for at in head:
        dateline = parse_dateline(lines[at].text) if lines[at].role == Role.PLAIN else None
        if dateline:
            return at, dateline
    for at in range(max(0, len(lines) - FOOT_LINES), len(lines)):
        dateline = parse_dateline(lines[at].text) if lines[at].role == Role.PLAIN else None
        if dateline and dateline.length >= len(lines[at].text.rstrip()):
            return at, dateline
    return -1, None


def _is_letterhead(line: Line) -> bool:
    return line.role == Role.PLAIN and is_letterhead(line.text)


def _letterhead(lines: Sequence[Line], title_at: int, number_at: int) -> set[int]:
    """Lines that only say whose paper it is, above the title (with the coat of arms there) or last of all.

    The portal prints all that by itself.
    """
    above = {at for at in range(title_at) if _is_letterhead(lines[at])}
    if above or 0 <= number_at < title_at:
        above |= {at for at in range(title_at) if lines[at].role == Role.PICTURE}
    foot = takewhile(lambda at: _is_letterhead(lines[at]), range(len(lines) - 1, title_at, -1))
    return above | set(foot)


def _candidates(lines: Sequence[Line], head: Sequence[int], apart: set[int]) -> list[int]:
    """Lines that may be the title: those before the first long paragraph."""
    long_at = (at for at in head if lines[at].role == Role.PLAIN and len(lines[at].text) > _MAX_TITLE)
    end = next(long_at, len(lines))
    return [at for at in head if at < end and at not in apart and not _is_letterhead(lines[at])]


def _title_at(lines: Sequence[Line], candidates: Sequence[int], known_title: str) -> int:
    if known_title:
        return next((at for at in candidates if fold(lines[at].text) == fold(known_title)), -1)
    styled = [at for at in candidates if lines[at].role == Role.TITLE]
    styled += [at for at in candidates[:_HEADING_WITHIN] if lines[at].role == Role.HEADING]
    if styled:
        return styled[0]
    plain = [at for at in candidates if lines[at].role == Role.PLAIN]
    return plain[1] if _opens_with_kicker(lines, plain) else next(iter(plain), -1)


def _opens_with_kicker(lines: Sequence[Line], plain: Sequence[int]) -> bool:
    """A few words in capitals over a longer, marked line: with no styles, that is how a kicker looks."""
    if len(plain) < 2:
        return False
    first, second = lines[plain[0]], lines[plain[1]]
    words = len(first.text.split())
    longer = len(second.text.split()) > words and not second.text.rstrip().endswith(".")
    return first.capitals and words <= _MAX_BARE_KICKER_WORDS and second.marked and longer


def _kicker_at(lines: Sequence[Line], above: Sequence[int]) -> int:
    named = [at for at in above if lines[at].role == Role.KICKER]
    if named:
        return named[-1]
    nearest = next((at for at in reversed(above) if not _is_letterhead(lines[at])), -1)
    short = nearest >= 0 and len(lines[nearest].text) <= _MAX_KICKER
    return nearest if short and lines[nearest].capitals and lines[nearest].role == Role.PLAIN else -1


def _summary_at(lines: Sequence[Line], title_at: int, apart: set[int]) -> int:
    """The line right under the title, if its style or its being all bold or in italics says so."""
    below = [at for at in range(title_at + 1, len(lines)) if at not in apart]
    if title_at < 0 or not below:
        return -1
    line = lines[below[0]]
    fits = line.role == Role.PLAIN and line.marked and len(line.text) <= _MAX_SUMMARY
    return below[0] if line.role == Role.SUBTITLE or fits else -1
