"""The picture for notes on money: bars that climb like terraces, a ring, a line, and piles of coins."""

from math import cos, pi, sin
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, smooth
from pages.demo.pictures.nature.terrain import crest
from pages.demo.pictures.palette import GOLD, NIGHT_INK, WHITE, Colour, dark, fade, light, mix, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.printed.signature import sign
from pages.lettering import LEADING, fit

Theme = tuple[Colour, ...]
THEMES: tuple[Theme, ...] = (
    tuple(map(rgb, ("f4ecd9", "134e6f", "1f8a8a", "7fb069", "f2b134", "d9603b"))),
    tuple(map(rgb, ("e6efe9", "17483f", "2f8f6b", "a3c35a", "f0a63a", "b5433c"))),
    tuple(map(rgb, ("f3e6e0", "3b2a5c", "7a4f9e", "d9487d", "f2a93b", "2f8fa0"))),
    tuple(map(rgb, ("e4ecf3", "1d3557", "457b9d", "6fb1c4", "e9c46a", "e76f51"))),
)


def budget(canvas: Canvas, rng: Random, title: str) -> None:
    theme, w = rng.choice(THEMES), canvas.width
    canvas.wash(0, HEIGHT, light(theme[0], 0.5), theme[0])
    _mountains(canvas, rng, theme)
    floor, top = 820, _heading(canvas, title or "Presupuesto al servicio de la provincia", theme)
    _grid(canvas, theme, top + 40, floor)
    values = _climb(rng, 7)
    tops = _bars(canvas, theme, values, floor, floor - top - 90)
    _trend(canvas, theme, tops)
    _ring(canvas.at(w * 0.81, (top + floor) / 2 - 20, w / 1500), rng, theme)
    canvas.rect(0, floor, w, HEIGHT - floor, theme[1])
    canvas.rect(0, floor, w, 8, theme[4])
    for x, count in ((0.70, 4), (0.755, 7), (0.81, 5), (0.865, 9), (0.92, 3)):
        _coins(canvas.at(w * x, floor + 40, min(1.1, w / 1400)), count + rng.randint(0, 2))
    sign(canvas, (w * 0.06, HEIGHT - 48), 84, theme[0])


def _mountains(canvas: Canvas, rng: Random, theme: Theme) -> None:
    for level, share in ((690, 0.10), (780, 0.18)):
        line = crest(rng, canvas.width, level, 260, 4)
        canvas.polygon([*line, (canvas.width + 200, HEIGHT), (-200, HEIGHT)], mix(theme[0], theme[2], share))


def _heading(canvas: Canvas, title: str, theme: Theme) -> float:
    """The title; gives the height where it ends."""
    size, lines = fit(title, (canvas.width * 0.86, 190), 76, "ExtraBold")
    canvas.rect(canvas.width * 0.06, 74, 84, 10, theme[5])
    for i, line in enumerate(lines):
        canvas.text(canvas.width * 0.06, 104 + size * (0.85 + i * LEADING), line, size, theme[1], weight="ExtraBold")
    return 104 + size * LEADING * len(lines)


def _grid(canvas: Canvas, theme: Theme, top: float, floor: float) -> None:
    for i in range(6):
        y = top + (floor - top) * i / 6
        canvas.line([(canvas.width * 0.06, y), (canvas.width * 0.62, y)], fade(theme[1], 0.16), 2)


def _climb(rng: Random, count: int) -> list[float]:
    """Values that rise, with a step back now and then; the last is 1."""
    values = [0.28 + 0.62 * i / (count - 1) + rng.uniform(-0.12, 0.10) for i in range(count - 1)]
    return [*values, 1.0]


def _bars(canvas: Canvas, theme: Theme, values: list[float], floor: float, tall: float) -> Line:
    step = canvas.width * 0.56 / len(values)
    tops = []
    for i, value in enumerate(values):
        x, high = canvas.width * 0.06 + step * i, tall * value
        tone = mix(theme[2], theme[3], i / (len(values) - 1)) if i < len(values) - 1 else theme[5]
        _bar(canvas, x, floor, step * 0.66, high, tone)
        tops.append((x + step * 0.33, floor - high - 46))
    return tops


def _bar(canvas: Canvas, x: float, floor: float, wide: float, high: float, tone: Colour) -> None:
    """A block with its side and its top, banded like a terrace."""
    right, top, deep, skew = x + wide, floor - high, wide * 0.22, wide * 0.14
    back = (right + deep, top - skew)
    canvas.shade([(x, floor), (x, top), (right, top), (right, floor)], light(tone, 0.12), dark(tone, 0.08))
    canvas.polygon([(right, floor), (right, top), back, (right + deep, floor - skew)], dark(tone, 0.28))
    canvas.polygon([(x, top), (x + deep, top - skew), back, (right, top)], light(tone, 0.38))
    for i in range(1, int(high // 44) + 1):
        canvas.line([(x, floor - i * 44), (right, floor - i * 44)], fade(WHITE, 0.25), 2)


def _trend(canvas: Canvas, theme: Theme, tops: Line) -> None:
    canvas.line(smooth(tops, 12), theme[1], 6)
    for x, y in tops:
        canvas.oval(x, y, 13, 13, theme[1])
        canvas.oval(x, y, 7, 7, WHITE)


def _ring(pen: Pen, rng: Random, theme: Theme) -> None:
    """A ring of shares, the largest drawn a little out of it."""
    cuts = [rng.uniform(0.6, 1.6) for _ in range(5)]
    start, inks = -90.0, (theme[5], theme[2], theme[4], theme[3], theme[1])
    pen.oval(8, 14, 212, 212, fade(NIGHT_INK, 0.12))
    for i, (cut, ink) in enumerate(zip(cuts, inks, strict=True)):
        end = start + 360 * cut / sum(cuts)
        middle, out = (start + end) / 360 * pi, 16 if i == 0 else 0
        pen.at(out * cos(middle), out * sin(middle)).slice(0, 0, 210, start + 1, end - 1, ink)
        start = end
    pen.oval(0, 0, 118, 118, light(theme[0], 0.55))
    pen.text(0, 4, "S/", 96, theme[1], weight="ExtraBold", anchor="mm")


def _coins(pen: Pen, count: int) -> None:
    """A pile of coins seen a little from above."""
    for i in range(count):
        y = -i * 13
        pen.oval(0, y, 37, 13, dark(GOLD, 0.42))
        pen.rect(-37, y - 9, 74, 9, dark(GOLD, 0.3))
        pen.oval(0, y - 9, 37, 13, GOLD)
    pen.hoop(0, -13 * (count - 1) - 9, 27, 8.5, dark(GOLD, 0.25), 2.5)
