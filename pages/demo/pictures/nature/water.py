"""Lagoons and rivers."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, smooth
from pages.demo.pictures.palette import Colour, Palette, dark, fade, light, mix, rgb

LAGOON = rgb("2aa3a3")


def lagoon(canvas: Canvas, rng: Random, palette: Palette, level: float) -> None:
    """Still water from `level` down, which mirrors what was drawn above it."""
    canvas.reflect(level, HEIGHT - level)
    tone = palette.lit(LAGOON)
    canvas.veil(level, HEIGHT, tone, 0.30, 0.88)
    canvas.veil(level, level + 40, light(tone, 0.6), 0.55, 0.0)
    ripples(canvas, rng, level, HEIGHT, light(tone, 0.55), 70)
    ripples(canvas, rng, level, HEIGHT, dark(tone, 0.35), 40)


def ripples(canvas: Canvas, rng: Random, top: float, bottom: float, ink: Colour, count: int) -> None:
    """Thin strokes of light on water, closer together the farther off."""
    for _ in range(count):
        near = rng.random() ** 1.8
        y, half = top + (bottom - top) * near, 14 + 90 * near * rng.uniform(0.5, 1.4)
        x, thick = rng.uniform(0, canvas.width), 0.5 + 2.4 * near
        canvas.polygon(_lens(x, y, half, thick), fade(ink, rng.uniform(0.18, 0.5)))


def _lens(x: float, y: float, half: float, thick: float) -> Line:
    return [
        (x - half, y),
        (x - half * 0.3, y - thick),
        (x + half * 0.4, y - thick),
        (x + half, y),
        (x + half * 0.2, y + thick),
    ]


def course(rng: Random, width: float, source: tuple[float, float], bends: int = 5) -> Line:
    """The middle line of a river that winds from its source to the lower edge, its bends wider the nearer."""
    side, (x0, y0) = rng.choice((-1, 1)), source
    aim = width * rng.uniform(0.42, 0.6)
    posts = [source]
    for i in range(1, bends + 1):
        share = i / bends
        side = -side
        x = x0 + (aim - x0) * share + side * width * 0.17 * share * rng.uniform(0.7, 1.1)
        posts.append((x, y0 + (HEIGHT + 60 - y0) * share**1.7))
    return smooth(posts, 16)


def banks(line: Line, thin: float, wide: float) -> tuple[Line, Line]:
    """Both edges of a ribbon about `line`, which widens with perspective from `thin` to `wide`."""
    y0, y1 = line[0][1], line[-1][1]
    halves = [(thin + (wide - thin) * max(0.0, (y - y0) / (y1 - y0)) ** 1.4) / 2 for _, y in line]
    left = [(x - half, y) for (x, y), half in zip(line, halves, strict=True)]
    right = [(x + half, y) for (x, y), half in zip(line, halves, strict=True)]
    return left, right


def river(canvas: Canvas, rng: Random, palette: Palette, line: Line, wide: float) -> None:
    """A river in its bed of stones, with the sky in it."""
    for grow, tone in ((1.22, palette.lit(rgb("8a7d5e"))), (1.1, palette.lit(rgb("cdbf98")))):
        left, right = banks(line, 8 * grow, wide * grow)
        canvas.polygon(left + right[::-1], tone)
    left, right = banks(line, 6, wide)
    water = palette.lit(mix(LAGOON, palette.sky[1], 0.35))
    canvas.shade(left + right[::-1], light(water, 0.55), water, dark(water, 0.2))
    with canvas.inside(left + right[::-1]):
        _flow(canvas, rng, left, right, light(water, 0.6))


def _flow(canvas: Canvas, rng: Random, left: Line, right: Line, ink: Colour) -> None:
    """Strokes that follow the current."""
    for _ in range(26):
        share, start, long = rng.uniform(0.06, 0.94), rng.randrange(4, len(left) - 12), rng.randint(4, 12)
        pairs = list(zip(left, right, strict=True))[start : start + long]
        stroke = [(a[0] + (b[0] - a[0]) * share, a[1]) for a, b in pairs]
        near = (pairs[0][1][0] - pairs[0][0][0]) / 100
        canvas.line(stroke, fade(ink, rng.uniform(0.25, 0.65)), 0.8 + near * 1.2)
