"""Birds of the high country, and llamas."""

from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import smooth
from pages.demo.pictures.palette import CLOTHS, NIGHT_INK, WHITE, Colour, Palette, dark, fade, rgb
from pages.demo.pictures.pen import Pen


def birds(canvas: Canvas, rng: Random, ink: Colour, x: float, y: float, count: int = 7) -> None:
    """A flock, each bird two curved wings."""
    for _ in range(count):
        pen = canvas.at(x + rng.gauss(0, 60), y + rng.gauss(0, 28), rng.uniform(0.5, 1.1))
        lift = rng.uniform(4, 9)
        pen.polygon(
            [
                (-18, -lift),
                (-7, -lift - 4),
                (0, 0),
                (7, -lift - 4),
                (18, -lift),
                (7, -lift),
                (0, 4),
                (-7, -lift),
            ],
            ink,
        )


def condor(canvas: Canvas, ink: Colour, x: float, y: float, scale: float) -> None:
    """A condor gliding, its wing tips open like fingers."""
    pen = canvas.at(x, y, scale)
    for side in (False, True):
        wing = [
            (0, -4),
            (30, -12),
            (70, -10),
            (108, -20),
            (96, -10),
            (112, -8),
            (96, -2),
            (108, 4),
            (88, 4),
            (50, 6),
            (0, 9),
        ]
        pen.at(0, 0, flip=side).polygon(wing, ink)
    pen.polygon([(-7, -8), (7, -8), (6, 8), (13, 24), (0, 19), (-13, 24), (-6, 8)], ink)
    pen.oval(0, -10, 4, 6, WHITE)


def geese(canvas: Canvas, rng: Random, x: float, y: float, count: int = 4) -> None:
    """Huallatas, the white geese of the high lagoons, afloat."""
    for i in range(count):
        pen = canvas.at(
            x + i * rng.uniform(46, 70),
            y + rng.uniform(-10, 14),
            rng.uniform(0.7, 1.0),
            flip=rng.random() < 0.5,
        )
        pen.oval(0, 5, 26, 3, fade(WHITE, 0.35))
        pen.polygon(smooth([(-24, -6), (-8, 2), (16, 2), (24, -6), (10, -12), (-12, -10)], 6), WHITE)
        pen.polygon([(-26, -9), (2, -9), (-12, -1)], rgb("2a2c3a"))
        pen.line([(18, -5), (23, -18), (21, -25)], WHITE, 4.5)
        pen.oval(22, -26, 4, 3.4, WHITE)
        pen.polygon([(25, -27), (32, -24), (25, -24)], rgb("d9603b"))


def llama(pen: Pen, rng: Random, palette: Palette) -> None:
    """A llama with tassels in its ears; 100 high, it looks to the right."""
    wool = palette.lit(rng.choice(tuple(map(rgb, ("f3e6cf", "c99d6b", "8a5c3d", "e0cba6")))))
    for x in (-24, -15, 14, 22):
        pen.line([(x, -36), (x, 0)], dark(wool, 0.25), 6)
    pen.polygon(
        smooth([(-32, -50), (-22, -60), (4, -58), (20, -62), (26, -44), (14, -30), (-20, -30), (-33, -38)], 6),
        wool,
    )
    pen.polygon([(14, -56), (20, -90), (30, -90), (27, -46)], wool)
    pen.polygon(smooth([(19, -92), (28, -97), (42, -90), (40, -85), (24, -84)], 5), wool)
    for x in (21, 26):
        pen.polygon([(x, -94), (x - 1, -108), (x + 4, -95)], wool)
    pen.line([(21, -100), (16, -92)], rng.choice(CLOTHS), 3)
    pen.oval(33, -91, 1.5, 1.5, NIGHT_INK)
