"""A stall of the market: awning, counter, and what is sold."""

from random import Random

from pages.demo.pictures.palette import NIGHT_INK, WHITE, Colour, Palette, dark, fade, light, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.town.people import woman

PRODUCE = tuple(map(rgb, ("d9432f", "f0a63a", "7fae3f", "e8d25a", "8a4a7a", "b5763f", "f4efe2", "4f8a3f")))
WOOD = rgb("9a6a42")


def stall(pen: Pen, rng: Random, palette: Palette, cloth: Colour) -> None:
    """280 wide and 250 high, on (0, 0) at its middle."""
    wood = palette.lit(WOOD)
    pen.oval(0, 2, 150, 10, fade(NIGHT_INK, 0.22))
    pen.rect(-132, -205, 264, 110, fade(NIGHT_INK, 0.42))
    for x in (-132, 126):
        pen.rect(x, -205, 7, 205, dark(wood, 0.3))
    seller = pen.at(rng.uniform(-60, 60), -48, 1.12)
    woman(seller, rng, palette)
    pen.rect(-136, -74, 272, 74, wood)
    for x in range(-136, 136, 34):
        pen.rect(x, -74, 2.5, 74, dark(wood, 0.28))
    pen.rect(-142, -82, 284, 12, light(wood, 0.25))
    for i in range(4):
        _crate(pen, rng, palette, -104 + i * 69, -82, rng.choice(PRODUCE))
    _awning(pen, palette.lit(cloth), palette.lit(WHITE))


def _crate(pen: Pen, rng: Random, palette: Palette, x: float, y: float, tone: Colour) -> None:
    """A crate with a heap of one thing in it."""
    fruit = palette.lit(tone)
    for row, count in ((0, 6), (1, 5), (2, 3)):
        for i in range(count):
            px = x + (i - (count - 1) / 2) * 10.5 + rng.uniform(-1.5, 1.5)
            py = y - 16 - row * 8
            pen.oval(px, py, 6.6, 6.6, dark(fruit, 0.18))
            pen.oval(px - 1, py - 1.2, 5.2, 5.2, fruit)
    pen.rect(x - 32, y - 15, 64, 15, light(palette.lit(WOOD), 0.15), radius=2)
    pen.rect(x - 32, y - 8, 64, 2, dark(palette.lit(WOOD), 0.2))


def _awning(pen: Pen, cloth: Colour, stripe: Colour) -> None:
    """A striped awning with a scalloped edge."""
    bands = 9
    for i in range(bands):
        tone = stripe if i % 2 else cloth
        x0, x1 = -126 + 252 * i / bands, -126 + 252 * (i + 1) / bands
        y0, y1 = -156 + 312 * i / bands, -156 + 312 * (i + 1) / bands
        pen.polygon([(x0, -255), (x1, -255), (y1, -196), (y0, -196)], tone)
        pen.slice((y0 + y1) / 2, -196, (y1 - y0) / 2, 0, 180, dark(tone, 0.14))
    pen.rect(-128, -260, 256, 8, dark(cloth, 0.3), radius=3)
