"""The closest of several names to one that was mistyped."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

LIKE_ENOUGH = 55
LONGEST = 80


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name most like `typed`, ignoring case; None when none is alike."""
    found = process.extractOne(
        typed[:LONGEST], list(names), scorer=fuzz.ratio, processor=default_process, score_cutoff=LIKE_ENOUGH
    )
    return found[0] if found else None
