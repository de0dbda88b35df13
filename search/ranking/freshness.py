"""How much being new adds, by what the thing is: a note grows old, a guide does not."""

from collections.abc import Callable, Mapping
from datetime import datetime

YEAR = 365.25 * 24 * 3600
# Years in which what is added halves, by type (the name of its resource in the API).
HALVES: Mapping[str, float] = {
    "news": 1.0,
    "alerts": 0.25,
    "events": 0.5,
    "campaigns": 1.0,
    "works": 2.0,
    "materials": 2.0,
}


def freshness(*, at: datetime, most: float, halves: Mapping[str, float] = HALVES) -> Callable[[str, int | None], float]:
    """A multiplier from 1 to 1 + `most`, of a kind and the seconds since 1970 when it was published."""
    now = at.timestamp()

    def multiplier(kind: str, moment: int | None) -> float:
        half = halves.get(kind)
        if half is None or moment is None:
            return 1.0
        age = max(now - moment, 0) / YEAR
        return 1 + most * 0.5 ** (age / half)

    return multiplier
