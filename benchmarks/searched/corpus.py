"""As many documents as wanted, always the same, made of the sentences of the judged collection."""

import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from search.index.entries import Entry

SOURCE = Path(__file__).resolve().parents[1] / "judged" / "documents.jsonl"
KIND = "judged.document"
SENTENCE = re.compile(r"(?<=[.!?])\s+")
FIRST_DAY = datetime(2023, 1, 1, tzinfo=UTC)
TYPES = ("news", "news", "news", "works", "events", "materials", "guidance", "campaigns")
DISTRICTS = ("020201", "020202", "020203", "020204", "020205")
SENTENCES = (4, 16)


def entries(count: int) -> Iterator[Entry]:
    """So many entries of the index, with five facets each, open to everybody."""
    drawn = random.Random(8188)
    sources = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    sentences = [each for source in sources for each in SENTENCE.split(source["body"])]
    for key in range(count):
        yield _entry(key, drawn, sources, sentences)


def _entry(key: int, drawn: random.Random, sources: list[dict], sentences: list[str]) -> Entry:
    moment = FIRST_DAY + timedelta(days=drawn.randrange(1400))
    body = drawn.choices(sentences, k=drawn.randint(*SENTENCES))
    # A number and a word of its own: a vocabulary grows with its documents.
    own = f"{key:05d}-{moment.year}, {_name(drawn)}."
    title = _half(drawn.choice(sources)["title"], drawn) + " " + _half(drawn.choice(sources)["title"], drawn)
    return Entry(
        kind=KIND,
        object_id=key,
        texts={"title": [title], "summary": [drawn.choice(sources)["summary"]], "body": [*body, own]},
        completed_by=[title],
        facets=[
            ("type", drawn.choice(TYPES)),
            ("topic", f"tema-{drawn.randrange(12)}"),
            ("district", drawn.choice(DISTRICTS)),
            ("unit", f"U{drawn.randrange(10)}"),
            ("year", moment.year),
        ],
        moment=moment,
        open=True,
    )


def _half(title: str, drawn: random.Random) -> str:
    words = title.split()
    start = drawn.randrange(len(words) // 2 + 1)
    return " ".join(words[start : start + len(words) // 2 + 1])


def _name(drawn: random.Random) -> str:
    return "".join(
        drawn.choice(("ba", "co", "di", "lu", "ma", "ne", "qui", "ra", "su", "ti")) for _ in range(4)
    ).title()
