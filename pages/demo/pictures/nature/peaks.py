"""Snow peaks: a bright and a dark face, ribs of rock, snow with an uneven edge."""

from collections.abc import Sequence
from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import Line, Point, above, broken, chain
from pages.demo.pictures.palette import WHITE, Colour, Palette, dark, fade, light, mix


def massif(canvas: Canvas, rng: Random, palette: Palette, tops: Sequence[Point], base: float, snow: float) -> None:
    """Snow peaks with their summits at `tops`, the lower behind; the upper share `snow` of each is white."""
    for x, y in sorted(tops, key=lambda top: -top[1]):
        _peak(canvas, rng, palette, (x, y), base, snow)


def _peak(canvas: Canvas, rng: Random, palette: Palette, apex: Point, base: float, snow: float) -> None:
    tall = base - apex[1]
    foot = apex[0] + tall * rng.uniform(-0.1, 0.22)
    west = broken(rng, apex, (apex[0] - tall * rng.uniform(0.95, 1.3), base), 0.16, 5)
    east = broken(rng, apex, (apex[0] + tall * rng.uniform(0.95, 1.3), base), 0.16, 5)
    spine = broken(rng, apex, (foot, base), 0.24, 5)
    rock = palette.lit(mix(palette.near, palette.far, 0.45))
    canvas.shade(west + spine[::-1], light(rock, 0.12), mix(rock, palette.haze, 0.6))
    canvas.shade(spine + east[::-1], dark(rock, 0.28), mix(rock, palette.haze, 0.7))
    white = mix(WHITE, palette.sun, 0.35)
    shadow = mix(mix(palette.sky[1], palette.far, 0.4), WHITE, 0.38)
    line = apex[1] + tall * snow
    for edges, tone, ribs in (
        ((spine, east), shadow, dark(rock, 0.42)),
        ((west, spine), white, mix(rock, shadow, 0.3)),
    ):
        with canvas.inside(edges[0] + edges[1][::-1]):
            _ribs(canvas, rng, apex, tall, ribs)
            _snowfield(canvas, rng, *edges, line, tone)
            _ribs(
                canvas,
                rng,
                apex,
                tall * snow * 1.1,
                mix(tone, shadow, 0.7) if tone == white else dark(shadow, 0.12),
            )


def _snowfield(canvas: Canvas, rng: Random, left: Line, right: Line, level: float, tone: Colour) -> None:
    """Snow between two edges of a peak, with uneven tongues down the rock, and patches of it below."""
    one, other = above(left, level), above(right, level)
    reach, wide = level - left[0][1], other[-1][0] - one[-1][0]
    posts = [(min(x for x, _ in one) - reach * 0.1, level)]
    for share in sorted(rng.uniform(0.04, 0.96) for _ in range(rng.randint(4, 6))):
        x = one[-1][0] + wide * share
        posts += [
            (x - wide * 0.05, level - reach * rng.uniform(0.05, 0.32)),
            (x, level + reach * rng.uniform(0.0, 0.34)),
        ]
    fringe = chain(rng, [*posts, (max(x for x, _ in other) + reach * 0.1, level - reach * 0.05)], 0.22, 2)
    canvas.polygon([left[0], (fringe[0][0], left[0][1]), *fringe, (fringe[-1][0], right[0][1])], tone)


def _ribs(canvas: Canvas, rng: Random, apex: Point, tall: float, tone: Colour) -> None:
    """Slivers of rock or shadow that run down from the summit."""
    for _ in range(9):
        share, lean = rng.uniform(0.18, 0.8), rng.uniform(-0.85, 0.95)
        x, y, long = apex[0] + lean * tall * share, apex[1] + tall * share, tall * rng.uniform(0.10, 0.26)
        foot = x + lean * long * 1.1, y + long
        east, west = (
            broken(rng, (x, y), foot, 0.3, 2),
            broken(rng, (foot[0] - long * 0.22, foot[1] - long * 0.1), (x, y), 0.3, 2),
        )
        canvas.polygon(east + west, fade(tone, 0.55))
