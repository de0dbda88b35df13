"""Shortening a text to what a network takes, without breaking a word, a link, a hashtag or an emoji."""

from collections.abc import Callable, Iterator

import regex

from pages.rules.social.graphemes import graphemes, links_in

ELLIPSIS = "…"
WHOLE = ("#", "@", "http://", "https://")
_spaces = regex.compile(r"\s+")
_loose_end = " \n,;:.–—-(«“¡¿"


def cut(text: str, room: int, measure: Callable[[str], int]) -> str:
    """The text if it measures no more than `room`; otherwise its beginning up to the end of a word, and an ellipsis.

    A first word that doesn't fit is cut between two characters as people see them; a link, a hashtag or a mention is
    left out whole. Blank when not even an ellipsis fits.
    """
    if measure(text) <= room:
        return text
    ends = list(_word_ends(text))
    place = _last_that_fits(ends, lambda end: measure(_shortened(text[:end])) <= room)
    if place >= 0:
        return _shortened(text[: ends[place]])
    return _cut_inside(text[: ends[0]] if ends else text, room, measure)


def _shortened(beginning: str) -> str:
    return beginning.rstrip(_loose_end) + ELLIPSIS


def _word_ends(text: str) -> Iterator[int]:
    """Where a word ends, outside links."""
    links = links_in(text)
    for match in _spaces.finditer(text):
        if not any(start < match.start() < end for start, end in links):
            yield match.start()


def _last_that_fits(ends: list[int], fits: Callable[[int], bool]) -> int:
    """The place of the last that fits, -1 if none: what comes before one that fits fits too."""
    low, high = -1, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(ends[middle]) else (low, middle - 1)
    return low


def _cut_inside(word: str, room: int, measure: Callable[[str], int]) -> str:
    if measure(ELLIPSIS) > room:
        return ""
    if word.startswith(WHOLE) or links_in(word):
        return ELLIPSIS
    ends, total = [], 0
    for each in graphemes(word):
        total += len(each)
        ends.append(total)
    place = _last_that_fits(ends, lambda end: measure(word[:end] + ELLIPSIS) <= room)
    return (word[: ends[place]] if place >= 0 else "") + ELLIPSIS
