"""What hangs over a street on a feast day, and what bursts over it."""

from math import cos, pi, sin
from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import Line, Point, smooth
from pages.demo.pictures.palette import CLOTHS, GOLD, WHITE, Colour, dark, fade, light, mix
from pages.demo.pictures.pen import Pen


def _hung(ends: Line, step: float) -> Line:
    """Points along a slack cord, about `step` apart."""
    cord = smooth(ends, 40)
    spots, last = [], -1e9
    for x, y in cord:
        if x - last >= step:
            spots.append((x, y))
            last = x
    return spots


def bunting(canvas: Canvas, rng: Random, ends: Line) -> None:
    """Pennants of cloth along a cord."""
    canvas.line(smooth(ends, 20), dark(WHITE, 0.5), 2.4)
    start = rng.randrange(len(CLOTHS))
    for i, (x, y) in enumerate(_hung(ends, 46)):
        cloth = CLOTHS[(start + i * 3) % len(CLOTHS)]
        canvas.polygon([(x - 18, y), (x + 18, y), (x + rng.uniform(-5, 5), y + 46)], cloth)
        canvas.polygon([(x + 2, y), (x + 18, y), (x, y + 46)], dark(cloth, 0.16))


def cut_paper(canvas: Canvas, rng: Random, ends: Line) -> None:
    """Sheets of coloured paper with patterns cut out, along a cord."""
    canvas.line(smooth(ends, 20), fade(WHITE, 0.8), 2.2)
    for i, (x, y) in enumerate(_hung(ends, 92)):
        _sheet(canvas.at(x, y), CLOTHS[(i * 3 + rng.randrange(2)) % len(CLOTHS)], rng.randrange(3))


def _sheet(pen: Pen, cloth: Colour, pattern: int) -> None:
    fringe = [(38 - 76 * i / 8, 62 + (10 if i % 2 else 0)) for i in range(9)]
    pen.polygon([(-38, 0), (38, 0), *fringe], cloth)
    hole = fade(light(cloth, 0.75), 0.85)
    if pattern == 0:
        _petals(pen, 0, 31, 22, 8, hole)
    elif pattern == 1:
        for reach in (21, 12):
            pen.polygon([(0, 31 - reach), (reach, 31), (0, 31 + reach), (-reach, 31)], hole if reach > 15 else cloth)
    else:
        pen.polygon([(-22, 44), (-8, 20), (0, 31), (10, 14), (24, 44)], hole)
        pen.oval(-14, 16, 5, 5, hole)
    for x in (-29, 29):
        pen.oval(x, 10, 3.6, 3.6, hole)
        pen.oval(x, 52, 3.6, 3.6, hole)


def _petals(pen: Pen, x: float, y: float, reach: float, count: int, ink: Colour) -> None:
    for i in range(count):
        turn = 2 * pi * i / count
        tip = x + reach * cos(turn), y + reach * sin(turn)
        side = [(x + reach * 0.55 * cos(turn + d), y + reach * 0.55 * sin(turn + d)) for d in (-0.32, 0.32)]
        pen.polygon([(x, y), side[0], tip, side[1]], ink)


def firework(canvas: Canvas, rng: Random, x: float, y: float, radius: float) -> None:
    """A burst of sparks in two tones, with the trail that carried it up."""
    ink, core = rng.choice((GOLD, *CLOTHS[:2], light(CLOTHS[2], 0.3))), light(GOLD, 0.6)
    canvas.glow(x, y, radius * 1.5, ink, 0.55)
    canvas.line(smooth([(x + rng.uniform(-30, 30), 760), (x + 4, (y + 760) / 2), (x, y)], 8), fade(core, 0.25), 2)
    for ring, count in ((1.0, 26), (0.68, 20), (0.38, 12)):
        for i in range(count):
            _spark(
                canvas,
                rng,
                (x, y),
                2 * pi * (i + rng.uniform(-0.2, 0.2)) / count,
                radius * ring,
                mix(light(ink, 0.3), core, 1 - ring),
            )


def _spark(canvas: Canvas, rng: Random, heart: Point, turn: float, reach: float, ink: Colour) -> None:
    reach *= rng.uniform(0.85, 1.08)
    path = [(heart[0] + reach * s * cos(turn), heart[1] + reach * s * sin(turn) + 22 * s * s) for s in (0.35, 0.7, 1.0)]
    canvas.line(path, fade(ink, 0.8), 2.4)
    canvas.oval(*path[-1], 3.6, 3.6, light(ink, 0.4))
