"""The signs of campaigns, each about (0, 0) and some 200 across, and the words that call for them."""

from collections.abc import Callable
from math import cos, pi, sin

from pages.demo.pictures.curves import Line, smooth
from pages.demo.pictures.palette import GOLD, RED, WHITE, Colour, dark, light, mix, rgb
from pages.demo.pictures.pen import Pen

BLUE, GREEN, CLAY = rgb("2f86b5"), rgb("4f8a3f"), rgb("b5653f")
Emblem = Callable[[Pen], None]


def _drop_line(reach: float) -> Line:
    half = smooth([(0, -1.15), (0.22, -0.72), (0.56, -0.2), (0.68, 0.28), (0.46, 0.74), (0, 0.9)], 8)
    return [(x * reach, y * reach) for x, y in half + [(-x, y) for x, y in reversed(half)]]


def water(pen: Pen) -> None:
    """A drop with the hills and the river in it."""
    pen.polygon(_drop_line(106), WHITE)
    with pen.inside(_drop_line(98)):
        pen.shade([(-100, -120), (100, -120), (100, 100), (-100, 100)], light(BLUE, 0.75), light(BLUE, 0.3))
        pen.polygon([(-90, 40), (-38, -28), (-6, 16), (26, -40), (90, 40)], mix(BLUE, WHITE, 0.15))
        pen.polygon([(26, -40), (8, -14), (22, -20), (32, -10), (44, -16)], WHITE)
        pen.polygon([*smooth([(-90, 34), (-30, 18), (30, 36), (90, 22)], 8), (90, 100), (-90, 100)], GREEN)
        pen.polygon(
            [(4, 26), (-16, 44), (20, 60), (-14, 100), (44, 100), (44, 60), (6, 44), (14, 27)],
            light(BLUE, 0.35),
        )
    pen.polygon(smooth([(-40, -6), (-52, 26), (-40, 56), (-36, 30)], 5), WHITE)


def sprout(pen: Pen) -> None:
    """A young tree in a handful of earth."""
    pen.polygon(smooth([(-92, 58), (-50, 26), (0, 16), (50, 26), (92, 58), (50, 88), (-50, 88)], 8), CLAY)
    pen.polygon(smooth([(-92, 58), (-50, 26), (0, 16), (50, 26), (92, 58), (0, 52)], 8), light(CLAY, 0.2))
    pen.line(smooth([(0, 40), (-4, 0), (4, -50)], 6), dark(GREEN, 0.2), 9)
    for x, y, size, turn, tone in (
        (2, -42, 84, -1.15, GREEN),
        (2, -42, 78, 4.2, light(GREEN, 0.25)),
        (-1, 6, 56, -0.6, light(GREEN, 0.15)),
        (-2, 14, 54, 3.75, GREEN),
    ):
        _leaf(pen, x, y, size, turn, tone)


def _leaf(pen: Pen, x: float, y: float, long: float, turn: float, tone: Colour) -> None:
    ux, uy = cos(turn), sin(turn)

    def spot(along: float, off: float) -> tuple[float, float]:
        return x + (ux * along - uy * off) * long, y + (uy * along + ux * off) * long

    side = smooth([spot(0, 0), spot(0.35, 0.26), spot(0.75, 0.2), spot(1, 0)], 6)
    pen.polygon(side + smooth([spot(1, 0), spot(0.75, -0.2), spot(0.35, -0.26), spot(0, 0)], 6), tone)
    pen.polygon([*side, spot(1, 0), spot(0, 0)], dark(tone, 0.14))


def health(pen: Pen) -> None:
    """A heart with a cross."""
    half = smooth([(0, -52), (30, -88), (74, -84), (100, -46), (84, 6), (40, 56), (0, 96)], 8)
    for grow, ink in ((1.08, WHITE), (1.0, RED)):
        pen.polygon([(x * grow, y * grow) for x, y in half + [(-x, y) for x, y in reversed(half)]], ink)
    pen.rect(-15, -50, 30, 96, WHITE, radius=5)
    pen.rect(-48, -17, 96, 30, WHITE, radius=5)
    pen.polygon(smooth([(-80, -44), (-70, -66), (-48, -74), (-62, -56)], 5), light(RED, 0.5))


def recycling(pen: Pen) -> None:
    """Three arrows in a ring about a leaf."""
    for turn in range(3):
        start = turn * 2 * pi / 3 - pi / 2
        arc = [start + 1.62 * i / 20 for i in range(21)]
        outer, inner = [(98 * cos(a), 98 * sin(a)) for a in arc], [(66 * cos(a), 66 * sin(a)) for a in arc]
        end = arc[-1]
        head = [
            (112 * cos(end), 112 * sin(end)),
            (82 * cos(end + 0.42), 82 * sin(end + 0.42)),
            (52 * cos(end), 52 * sin(end)),
        ]
        pen.polygon([*outer, *head, *inner[::-1]], (WHITE, light(GREEN, 0.45), GOLD)[turn])
    _leaf(pen, -30, 34, 92, -0.85, GREEN)


def home(pen: Pen) -> None:
    """A family under one roof."""
    pen.polygon([(-106, -14), (0, -104), (106, -14), (90, 4), (0, -72), (-90, 4)], CLAY)
    pen.polygon([(-76, 2), (0, -62), (76, 2), (76, 88), (-76, 88)], WHITE)
    for x, size, ink in ((-36, 1.0, BLUE), (34, 1.06, RED), (0, 0.68, GOLD)):
        pen.oval(x, 84 - 84 * size, 15 * size, 15 * size, dark(CLAY, 0.3))
        pen.polygon(
            smooth(
                [
                    (x - 24 * size, 88),
                    (x - 20 * size, 88 - 62 * size),
                    (x, 88 - 70 * size),
                    (x + 20 * size, 88 - 62 * size),
                    (x + 24 * size, 88),
                ],
                6,
            ),
            ink,
        )


def shelter(pen: Pen) -> None:
    """An umbrella over a house, in the rain."""
    for i in range(9):
        x, y = -96 + i * 25, -96 - 14 * (i % 3)
        pen.line([(x, y), (x - 6, y + 22)], light(BLUE, 0.4), 4)
    for i in range(6):
        pen.slice(0, 4, 100, 180 + 30 * i, 210 + 30 * i, (RED, WHITE)[i % 2])
        pen.slice(-83.3 + 33.3 * i, 3, 16.7, 0, 180, (RED, WHITE)[i % 2])
    pen.line([(0, 20), (0, 34)], GOLD, 6)
    pen.polygon([(-58, 62), (0, 28), (58, 62)], CLAY)
    pen.rect(-44, 60, 88, 42, WHITE)
    pen.rect(-11, 74, 22, 28, BLUE)


CAMPAIGNS: dict[str, Emblem] = {
    "agua": water,
    "residuo": recycling,
    "recicl": recycling,
    "limpi": recycling,
    "salud": health,
    "vacun": health,
    "anemia": health,
    "árbol": sprout,
    "ambient": sprout,
    "forest": sprout,
    "famil": home,
    "niñ": home,
    "mujer": home,
    "predial": home,
    "tribut": home,
    "vecin": home,
    "lluvia": shelter,
    "sism": shelter,
    "simulacro": shelter,
    "riesgo": shelter,
    "prevenc": shelter,
}
