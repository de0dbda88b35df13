"""The part of a text that answers, with what was found in it marked, accents or not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis.stemming import stem
from search.analysis.tokens import tokens

WINDOW = 220
LEAD = 60
LOOKED_AT = 12_000


@dataclass(frozen=True)
class Place:
    """Where a wanted term stands in a text, in characters, end excluded."""

    start: int
    end: int
    term: str


def places(text: str, terms: Collection[str]) -> list[Place]:
    """Where the terms stand in a text, however they are written there."""
    return list(_places(text, frozenset(terms)))


def marked(text: str, terms: Collection[str]) -> SafeString:
    """The whole text as HTML, with what was found in `<mark>`."""
    return _written(text, places(text, terms), 0, len(text))


def snippet(text: str, terms: Collection[str]) -> SafeString:
    """About two lines around the place that has the most different terms; the beginning when it has none."""
    looked_at = " ".join(text[:LOOKED_AT].split())
    found = places(looked_at, terms)
    start = _start(looked_at, found)
    end = _word_end(looked_at, start + WINDOW)
    inside = [place for place in found if place.start >= start and place.end <= end]
    before, after = ("… " if start else ""), ("…" if end < len(looked_at) else "")
    return format_html("{}{}{}", before, _written(looked_at, inside, start, end), after)


def _places(text: str, terms: frozenset[str]) -> Iterator[Place]:
    for token in tokens(text):
        said = next((term for term in (stem(part) for part in (token.text, *token.parts)) if term in terms), None)
        if said is not None:
            yield Place(token.start, token.end, said)


def _start(text: str, found: list[Place]) -> int:
    if not found:
        return 0
    best = max(found, key=lambda place: (_different(found, place.start), -place.start))
    return 0 if best.end <= WINDOW // 2 else _word_start(text, best.start - LEAD)


def _different(found: list[Place], start: int) -> int:
    return len({place.term for place in found if start <= place.start < start + WINDOW - LEAD})


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, max(at, 0)) + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", 0, at)
    return blank if blank > at - LEAD else at


def _written(text: str, found: list[Place], start: int, end: int) -> SafeString:
    ends = [start, *(place.end for place in found)]
    pieces = (
        (text[before : place.start], text[place.start : place.end]) for before, place in zip(ends, found, strict=False)
    )
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[ends[-1] : end])
