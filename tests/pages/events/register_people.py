"""A process that registers a dozen people for the same event as its siblings, as fast as it can."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from pages.models import EventPage  # noqa: E402
from tests.factories.events import open_event, registered  # noqa: E402

PEOPLE = 12


def prepare() -> None:
    """An event of ten places."""
    open_event(capacity=10)


if __name__ == "__main__":
    for n in range(PEOPLE):
        registered(EventPage.objects.get(), email=f"persona-{sys.argv[1]}-{n}@example.test")
