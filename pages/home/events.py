"""What the home page shows of the agenda."""

from datetime import datetime
from typing import Any

from pages.models import EventPage

NEXT = 4


def next_events(at: datetime) -> dict[str, Any]:
    """The next activities, or nothing when none is announced."""
    events = EventPage.objects.visible(at=at).with_next(start=at).for_cards().order_by("shown_start", "pk")
    found = list(events[:NEXT])
    return {"events": found} if found else {}
