"""Trees of the high valleys: eucalyptus, queñual, and the clipped ones of a square."""

from math import pi, sin
from random import Random

from pages.demo.pictures.curves import blob, broken
from pages.demo.pictures.palette import Colour, Palette, dark, fade, light, mix, rgb
from pages.demo.pictures.pen import Pen

EUCALYPTUS, QUENUAL = rgb("4c7a62"), rgb("5d7f3f")
BARK, PALE_BARK = rgb("8f4f37"), rgb("b9a58c")


def eucalyptus(pen: Pen, rng: Random, palette: Palette, x: float, y: float, tall: float, distance: float = 0.0) -> None:
    """A tall thin tree, its leaves in ragged plumes; `tall` in units, its foot at (x, y)."""
    leaf = palette.lit(mix(EUCALYPTUS, palette.near, 0.35), distance)
    trunk = palette.lit(mix(PALE_BARK, palette.near, 0.4), distance)
    sway = rng.uniform(-0.05, 0.05) * tall
    pen.polygon([(x - tall * 0.013, y), (x + sway, y - tall * 0.95), (x + tall * 0.015, y)], trunk)
    plumes = rng.randint(12, 15)
    for i in range(plumes):
        share = i / (plumes - 1)
        wide = tall * rng.uniform(0.8, 1.2) * (0.03 + 0.055 * sin(pi * (0.12 + 0.76 * share)))
        off = (1 if i % 2 else -1) * wide * rng.uniform(0.5, 1.5) * (1 - 0.8 * share**3)
        px, py = x + sway * (0.3 + 0.7 * share) + off, y - tall * (0.34 + 0.62 * share)
        pen.line([(px - off, py + wide * 1.6), (px, py)], trunk, tall * 0.008)
        _plume(pen, rng, (px, py), wide, leaf)


def _plume(pen: Pen, rng: Random, at: tuple[float, float], wide: float, leaf: Colour) -> None:
    (x, y), high = at, wide * rng.uniform(0.8, 1.35)
    pen.polygon(blob(rng, x, y, wide, high, posts=8, unrest=0.3), dark(leaf, 0.22))
    pen.polygon(blob(rng, x - wide * 0.22, y - high * 0.24, wide * 0.66, high * 0.62, posts=7, unrest=0.3), leaf)


def grove(
    pen: Pen,
    rng: Random,
    palette: Palette,
    x: float,
    y: float,
    tall: float,
    count: int,
    distance: float = 0.0,
) -> None:
    """A row of eucalyptus with their feet about (x, y)."""
    for _ in range(count):
        px = x + rng.uniform(-0.16, 0.16) * tall * count
        eucalyptus(pen, rng, palette, px, y + rng.uniform(-0.02, 0.03) * tall, tall * rng.uniform(0.7, 1.1), distance)


def quenual(pen: Pen, rng: Random, palette: Palette, x: float, y: float, tall: float) -> None:
    """A twisted tree with red bark and flat cushions of leaves."""
    bark, leaf = palette.lit(BARK), palette.lit(mix(QUENUAL, palette.near, 0.25))
    for lean in (-0.34, 0.02, 0.36):
        tip = x + lean * tall, y - tall * rng.uniform(0.6, 0.8)
        pen.line(broken(rng, (x + lean * 8, y + 4), tip, 0.22, 3), bark, tall * 0.045)
    for _ in range(9):
        px, py = x + rng.uniform(-0.46, 0.46) * tall, y - tall * rng.uniform(0.55, 0.95)
        wide = tall * rng.uniform(0.17, 0.27)
        pen.polygon(blob(rng, px, py + wide * 0.16, wide, wide * 0.5, unrest=0.22), dark(leaf, 0.28))
        pen.polygon(blob(rng, px - wide * 0.1, py, wide * 0.85, wide * 0.36, unrest=0.22), leaf)


def shade_tree(pen: Pen, rng: Random, palette: Palette, x: float, y: float, tall: float) -> None:
    """A clipped round tree of a square, with the light on one side."""
    leaf = palette.lit(rgb("4e8a4a"))
    pen.oval(x, y, tall * 0.3, tall * 0.045, fade(dark(leaf, 0.7), 0.3))
    pen.rect(x - tall * 0.03, y - tall * 0.45, tall * 0.06, tall * 0.45, palette.lit(rgb("6b4a36")))
    for size, tone in ((1.0, dark(leaf, 0.28)), (0.82, leaf), (0.48, light(leaf, 0.16))):
        px, py, reach = x - tall * 0.22 * (1 - size), y - tall * (0.64 + 0.24 * (1 - size)), tall * 0.33 * size
        pen.polygon(blob(rng, px, py, reach, reach, posts=11, unrest=0.1), tone)
