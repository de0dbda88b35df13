"""What editors write one to a line: words and phrases, and when they call for something. Pure."""

import re

from search.rules.asked import as_asked

LONGEST = 60  # characters of one wording
MOST = 30  # wordings of one row
LINES = re.compile(r"[\r\n]+")
ANYTHING = re.compile(r"\w")


def lines_of(text: str) -> list[str]:
    """The wordings of a text, one to a line, with single blanks; empty lines don't count."""
    return [line for line in (" ".join(line.split()) for line in LINES.split(text)) if line]


def repeated(wordings: list[str]) -> list[str]:
    """Those that say what an earlier one says, accents and capitals aside."""
    asked = [as_asked(each) for each in wordings]
    return [wording for place, wording in enumerate(wordings) if asked[place] in asked[:place]]


def unreadable(wordings: list[str]) -> list[str]:
    """Those that are too long or have no letter nor number."""
    return [each for each in wordings if len(each) > LONGEST or not as_asked(each)]


def called_for(words: str, wording: str, *, within: bool) -> bool:
    """Whether normalised words are a normalised wording or, with `within`, have it whole among them."""
    return f" {wording} " in f" {words} " if within else words == wording
