"""Making what a person typed safe and plain for an engine."""

import re
import unicodedata

LONGEST_QUERY = 200
OPERATORS = re.compile(r"[\"'“”«»‘’*^(){}\[\]:\\|&!<>~+]")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
LONE_HYPHEN = re.compile(r"(?<!\w)-+|-+(?!\w)")


def understood(typed: str) -> str:
    """The words of a query in composed form, without control characters or engine operators, at most 200 characters.

    Blank when nothing is left to look for. Hyphens and dots inside a code (`045-2026`) stay.
    """
    text = unicodedata.normalize("NFC", typed.encode("utf-8", "ignore").decode())[: LONGEST_QUERY * 4]
    text = LONE_HYPHEN.sub(" ", OPERATORS.sub(" ", CONTROL.sub(" ", text)))
    words = [word for word in text.split() if any(character.isalnum() for character in word)]
    return " ".join(words)[:LONGEST_QUERY].strip()
