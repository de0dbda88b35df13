"""The figures of the formula, chosen on the tuning half of the judged set (benchmarks/judged)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Weights:
    """How much each thing counts; every figure is a plain multiplier."""

    columns: Mapping[str, float] = field(
        default_factory=lambda: {
            "title": 4.0,
            "summary": 2.0,
            "headings": 1.5,
            "tags": 1.5,
            "body": 1.0,
            "attachments": 0.5,
        }
    )
    # BM25F: how soon repeating a word stops adding, and how much a long text is held back.
    saturation: float = 2.0
    length: float = 0.5
    synonym: float = 0.9
    # Two wanted words near each other and in order, beside what the words alone give.
    near: float = 0.4
    # Most of the wanted words in the title, and little else in it.
    title: float = 0.6
    # What is left of a document's score when it has hardly any of what was wanted.
    partial: float = 0.35
    # The most that being new adds.
    fresh: float = 0.03


WEIGHTS = Weights()
