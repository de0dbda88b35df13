"""How long caches may keep an answer (RFC 9111; stale-while-revalidate: RFC 5861)."""

import math
from datetime import datetime

FRESH = 60
STALE = 300


def cache_control(*, at: datetime | None = None, next_change: datetime | None = None) -> str:
    """Public for a minute and usable stale for five more, in seconds, but never past `next_change`.

    Without that bound a cache could go on showing the list without a note whose embargo ended minutes ago.
    """
    left = FRESH + STALE
    if at and next_change:
        left = min(left, max(0, math.floor((next_change - at).total_seconds())))
    fresh = min(FRESH, left)
    return f"public, max-age={fresh}, stale-while-revalidate={min(STALE, left - fresh)}"
