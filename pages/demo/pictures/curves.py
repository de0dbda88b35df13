"""Lines as lists of points: broken like rock, smooth like hills."""

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin
from random import Random

Point = tuple[float, float]
Line = list[Point]


def points(written: str) -> Line:
    """The points of a shape written as in SVG: `0,0 10,5 10,20`."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in written.split())]


def between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def broken(rng: Random, start: Point, end: Point, sway: float, depth: int = 4) -> Line:
    """From `start` to `end`, broken `depth` times over, each break by up to `sway` of the length."""
    if depth == 0:
        return [start, end]
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    x, y = between(start, end, rng.uniform(0.42, 0.58))
    middle = x + rng.uniform(-sway, sway) * length * 0.5, y + rng.uniform(-sway, sway) * length * 0.5
    return broken(rng, start, middle, sway, depth - 1)[:-1] + broken(rng, middle, end, sway, depth - 1)


def chain(rng: Random, posts: Sequence[Point], sway: float, depth: int = 3) -> Line:
    """A broken line through all the posts."""
    line = [posts[0]]
    for start, end in pairwise(posts):
        line += broken(rng, start, end, sway, depth)[1:]
    return line


def _bend(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(i: int) -> float:
        slope, curve = c[i] - a[i], 2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]
        return 0.5 * (2 * b[i] + slope * t + curve * t * t + (3 * b[i] - 3 * c[i] + d[i] - a[i]) * t**3)

    return axis(0), axis(1)


def smooth(posts: Sequence[Point], steps: int = 10) -> Line:
    """A Catmull-Rom curve through the posts, `steps` points for each stretch."""
    ends = [posts[0], *posts, posts[-1]]
    stretches = zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    line = [_bend(*four, step / steps) for four in stretches for step in range(steps)]
    return [*line, posts[-1]]


def ring(posts: Sequence[Point], steps: int = 8) -> Line:
    """A closed smooth curve through the posts."""
    ends = [posts[-1], *posts, posts[0], posts[1]]
    stretches = zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    return [_bend(*four, step / steps) for four in stretches for step in range(steps)]


def blob(rng: Random, x: float, y: float, rx: float, ry: float, *, posts: int = 9, unrest: float = 0.2) -> Line:
    """A round, uneven shape about (x, y)."""
    turns = [2 * pi * i / posts for i in range(posts)]
    reach = [1 + rng.uniform(-unrest, unrest) for _ in turns]
    return ring([(x + rx * r * cos(a), y + ry * r * sin(a)) for a, r in zip(turns, reach, strict=True)])


def height_at(line: Sequence[Point], x: float) -> float:
    """The y of a line that runs from left to right, at `x`; that of its nearest end outside it."""
    after = bisect(line, (x, float("inf")))
    if after in (0, len(line)):
        return line[min(after, len(line) - 1)][1]
    (x0, y0), (x1, y1) = line[after - 1], line[after]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def above(line: Sequence[Point], y: float) -> Line:
    """The stretch of a falling line, from its start down to the height `y`."""
    kept = [point for point in line if point[1] < y]
    return kept or [line[0]]
