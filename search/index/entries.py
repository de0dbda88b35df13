"""A thing to be found, as its texts, and the row of terms that is kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from search.analysis.chain import as_written, terms, words
from search.models.index import COLUMNS

# Beyond this a text adds weight and nothing that a person would look for: about 100 printed pages.
MOST_CHARACTERS = 300_000
EXCERPT_CHARACTERS = 20_000
LONGEST_WORD = 40


@dataclass(frozen=True)
class Entry:
    """A thing to be found: of which kind (label of its model), its key, its plain texts by column, its facets."""

    kind: str
    object_id: int
    texts: Mapping[str, Iterable[str]]
    completed_by: Iterable[str] = ()
    facets: Iterable[tuple[str, Any]] = ()
    moment: datetime | None = None
    open: bool = False


def columns(entry: Entry) -> dict[str, Any]:
    """What is kept of an entry, by column of `IndexedDocument` other than its kind and key."""
    said = {column: _joined(entry.texts.get(column, ())) for column in COLUMNS}
    kept: dict[str, Any] = {column: " ".join(terms(text)) for column, text in said.items()}
    return kept | {
        "prefixes": " ".join(as_written("\n".join(entry.completed_by))),
        "facets": " ".join(f"{name}:{value}" for name, value in entry.facets),
        "moment": int(entry.moment.timestamp()) if entry.moment else None,
        "excerpt": _excerpt(said),
        "words": " ".join(_different_words(said.values())),
        "open": entry.open,
    }


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\0", " ") for text in texts if text)[:MOST_CHARACTERS]


def _excerpt(said: Mapping[str, str]) -> str:
    """What is shown of it where it is found: its summary, then its body, then what is attached."""
    shown = (said[column].strip() for column in ("summary", "body", "attachments"))
    return "\n".join(text for text in shown if text)[:EXCERPT_CHARACTERS]


def _different_words(texts: Iterable[str]) -> list[str]:
    return sorted({word for text in texts for word in words(text) if 1 < len(word) <= LONGEST_WORD})
