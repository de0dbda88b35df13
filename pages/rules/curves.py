"""Two curves of percentages over time, programmed and executed, as the points of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

Point = tuple[date, Decimal]

WIDTH, HEIGHT = 480, 280
LEFT, RIGHT, TOP, BOTTOM = 54, 22, 16, 36
MOST_DATES = 4


@dataclass(frozen=True)
class Mark:
    """A place in the drawing with what is written there."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Chart:
    """A drawing of WIDTH × HEIGHT units: each curve as SVG points, its marks, and the writing of both axes."""

    programmed: str
    executed: str
    executed_marks: list[Mark]
    percents: list[Mark]
    days: list[Mark]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


def chart(programmed: Sequence[Point], executed: Sequence[Point]) -> Chart | None:
    """The drawing of both curves over the same days; None while there is nothing to draw."""
    known = [day for day, _percent in (*programmed, *executed)]
    if not known:
        return None
    first, last = min(known), max(known)
    if first == last:
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    scale = _Scale(first, last)
    marks = [Mark(scale.x(day), scale.y(percent), f"{percent:f}") for day, percent in sorted(executed)]
    return Chart(
        programmed=scale.line(programmed),
        executed=scale.line(executed),
        executed_marks=marks,
        percents=[Mark(LEFT, scale.y(Decimal(each)), str(each)) for each in (0, 25, 50, 75, 100)],
        days=[Mark(scale.x(day), HEIGHT - BOTTOM, f"{day:%d/%m/%y}") for day in spread(first, last, MOST_DATES)],
    )


def spread(first: date, last: date, count: int) -> list[date]:
    """At most `count` days from the first to the last, evenly apart and each once."""
    span, steps = (last - first).days, max(count - 1, 1)
    return sorted({first + timedelta(days=round(span * step / steps)) for step in range(steps + 1)})


def programmed_at(programmed: Sequence[Point], day: date) -> Decimal | None:
    """The percentage programmed for a day, along the line between the points; None outside them."""
    points = sorted(programmed)
    for (before, low), (after, high) in pairwise(points):
        if before <= day <= after:
            share = Decimal((day - before).days) / Decimal((after - before).days)
            return round(low + (high - low) * share, 2)
    return points[0][1] if points and points[0][0] == day else None


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, percent: Decimal) -> float:
        return round(HEIGHT - BOTTOM - float(percent) / 100 * (HEIGHT - TOP - BOTTOM), 1)

    def line(self, points: Sequence[Point]) -> str:
        return " ".join(f"{self.x(day)},{self.y(percent)}" for day, percent in sorted(points))
