"""Measuring the list of searches that must not get worse against what the portal has now."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from wagtail.models import Page

from search.portal import find
from search.public import public_pages
from search.rules.quality import Expectation, Quality, expectations, measured

ROOM = Path(__file__).resolve().parents[1]
LIST, RECORDED = ROOM / "quality.csv", ROOM / "quality.toml"
LOOKED_AT = 10


def read_expectations(path: Path) -> list[Expectation]:
    """The list in a file. Raises OSError, and ValueError in Spanish for a row that says nothing."""
    with path.open(encoding="utf-8", newline="") as file:
        return expectations(csv.DictReader(file))


def measure(expected: Sequence[Expectation], *, at: datetime) -> Quality:
    """How well the portal answers at `at` what is expected of it."""
    among = public_pages(at)

    def ranked(query: str) -> list[str]:
        keys = find(query, among=among, at=at, start=0, stop=LOOKED_AT).keys
        pages = Page.objects.in_bulk(keys)
        return [pages[key].get_url() or "" for key in keys if key in pages]

    return measured(expected, ranked)


def recorded() -> dict[str, float]:
    """The figures that were written down; none before the first time."""
    return tomllib.loads(RECORDED.read_text(encoding="utf-8"))["figures"] if RECORDED.exists() else {}


def record(figures: Mapping[str, float]) -> None:
    """Write the figures down."""
    lines = "".join(f"{name} = {value}\n" for name, value in figures.items())
    told = "# How well `quality.csv` is answered on the demonstration; written by `manage.py check_search --record`.\n"
    RECORDED.write_text(f"{told}[figures]\n{lines}", encoding="utf-8")
