"""What grows low, and what lies about: ichu, maguey, shrubs, stones."""

from math import cos, sin
from random import Random

from pages.demo.pictures.curves import blob
from pages.demo.pictures.nature.trees import QUENUAL
from pages.demo.pictures.palette import Colour, Palette, dark, light, mix, rgb
from pages.demo.pictures.pen import Pen


def ichu(pen: Pen, rng: Random, tone: Colour, x: float, y: float, tall: float) -> None:
    """A tuft of the grass of the puna."""
    for _ in range(15):
        lean, long = rng.uniform(-0.85, 0.85), tall * rng.uniform(0.5, 1.0)
        tip = x + lean * long, y - long * (1 - abs(lean) * 0.35)
        bend = x + lean * long * 0.32, y - long * 0.55
        foot = x + lean * tall * 0.15
        ink = mix(dark(tone, 0.28), light(tone, 0.25), rng.random())
        pen.polygon(
            [
                (foot - tall * 0.025, y),
                bend,
                tip,
                (bend[0] + tall * 0.035, bend[1]),
                (foot + tall * 0.025, y),
            ],
            ink,
        )


def maguey(pen: Pen, palette: Palette, x: float, y: float, tall: float) -> None:
    """An agave: a rosette of thick pointed leaves."""
    tone = palette.lit(rgb("5f8f84"))
    for i, lean in enumerate((-1.2, 1.2, -0.85, 0.85, -0.5, 0.5, -0.18, 0.2)):
        tip = x + sin(lean) * tall, y - cos(lean) * tall
        side = tall * 0.09
        leaf = [
            (x - side, y),
            (x + (tip[0] - x) * 0.5 - side, y + (tip[1] - y) * 0.45),
            tip,
            (x + (tip[0] - x) * 0.5 + side, y + (tip[1] - y) * 0.5),
            (x + side, y),
        ]
        pen.polygon(leaf, mix(dark(tone, 0.25), light(tone, 0.18), i / 7))


def bush(
    pen: Pen, rng: Random, palette: Palette, x: float, y: float, wide: float, flower: Colour | None = None
) -> None:
    """A low shrub, in flower if a colour is given."""
    leaf = palette.lit(mix(QUENUAL, palette.near, 0.2))
    for px, size in ((-0.5, 0.7), (0.5, 0.75), (0.0, 1.0)):
        pen.polygon(
            blob(rng, x + px * wide, y - size * wide * 0.35, wide * 0.6 * size, wide * 0.48 * size),
            dark(leaf, 0.2 - 0.2 * size),
        )
    for _ in range(14 if flower else 0):
        size = wide * rng.uniform(0.04, 0.08)
        pen.oval(x + rng.gauss(0, 0.4) * wide, y - rng.uniform(0.12, 0.75) * wide, size, size, flower)


def boulder(pen: Pen, rng: Random, tone: Colour, x: float, y: float, wide: float) -> None:
    """A stone half in the ground."""
    stone = [(px, min(py, y + wide * 0.1)) for px, py in blob(rng, x, y - wide * 0.2, wide * 0.5, wide * 0.36, posts=7)]
    pen.polygon(stone, dark(tone, 0.25))
    pen.polygon([(x + (px - x) * 0.78 - wide * 0.06, y + (py - y) * 0.78 - wide * 0.08) for px, py in stone], tone)


def thicket(
    pen: Pen,
    rng: Random,
    palette: Palette,
    count: int,
    area: tuple[float, float, float, float],
    sizes: tuple[float, float],
    flower: Colour | None = None,
) -> None:
    """Shrubs over an area (left, top, right, bottom), the farthest first."""
    left, top, right, bottom = area
    spots = sorted((rng.uniform(top, bottom), rng.uniform(left, right)) for _ in range(count))
    for y, x in spots:
        bush(pen, rng, palette, x, y, rng.uniform(*sizes), flower)
