"""Clouds fair and heavy, rain, lightning."""

from collections.abc import Sequence
from math import hypot
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import chain, points, ring
from pages.demo.pictures.palette import WHITE, Colour, Palette, fade, mix

STREAK = ring(points("-1,0 -0.5,-1 0.35,-0.8 1,0 0.2,0.4 -0.4,0.3"), 6)


def clouds(canvas: Canvas, palette: Palette, rng: Random, count: int, low: float, high: float) -> None:
    """Heaped clouds with flat feet, between the heights `high` and `low`, the lower the smaller."""
    for y in sorted(rng.uniform(high, low) for _ in range(count)):
        size = 1.15 - 0.7 * (y - high) / (low - high)
        _cloud(canvas, palette, rng, rng.uniform(-0.05, 1.05) * canvas.width, y, size)


def _cloud(canvas: Canvas, palette: Palette, rng: Random, x: float, y: float, size: float) -> None:
    tone = mix(WHITE, palette.haze, 0.25)
    half, puffs, crown = rng.uniform(110, 210) * size, rng.randint(7, 10), rng.uniform(-0.5, 0.5)
    heaps = []
    for i in range(puffs):
        along = 2 * i / (puffs - 1) - 1
        lift = max(0.0, 1 - (along - crown) ** 2 / (1.05 + abs(crown)))
        heaps.append((x + half * along, (27 + 42 * lift * rng.uniform(0.55, 1.15)) * size))
    box = [(x - half * 1.6, y - 300), (x + half * 1.6, y - 300), (x + half * 1.6, y), (x - half * 1.6, y)]
    with canvas.inside(box):
        for px, r in heaps:
            canvas.oval(px, y - 0.35 * r, r * 1.2, r, tone)
        for px, r in heaps:
            canvas.oval(px + 0.25 * r, y + 0.1 * r, r * 1.1, r * 0.75, mix(tone, palette.sky[1], 0.24))


def streaks(canvas: Canvas, rng: Random, inks: Sequence[Colour], count: int, low: float, high: float) -> None:
    """Long thin clouds of early and late hours."""
    for _ in range(count):
        x, y, half = rng.uniform(0, canvas.width), rng.uniform(high, low), rng.uniform(90, 330)
        ink = fade(rng.choice(inks), rng.uniform(0.25, 0.6))
        for _ in range(rng.randint(1, 3)):
            thick = rng.uniform(4, 11)
            canvas.polygon([(x + half * dx, y + thick * dy) for dx, dy in STREAK], ink)
            x, y = x + rng.uniform(-0.6, 0.6) * half, y + rng.uniform(6, 20)
            half *= rng.uniform(0.4, 0.8)


def thunderheads(canvas: Canvas, palette: Palette, rng: Random, floor: float) -> None:
    """Heavy clouds in layers, the lowest the darkest."""
    for layer in range(5):
        y, tone = floor * (0.16 + 0.17 * layer), mix(palette.sky[2], palette.sky[0], layer / 4)
        canvas.polygon([(0, -9), (0, y), (canvas.width, y), (canvas.width, -9)], fade(tone, 0.35))
        for i in range(15):
            x, r = canvas.width * (i + rng.uniform(-0.4, 0.4)) / 14, rng.uniform(45, 115)
            canvas.oval(x, y + rng.uniform(-30, 20) - r * 0.2, r * 1.7, r, tone)


def rain(canvas: Canvas, rng: Random, ink: Colour, count: int, lean: float) -> None:
    """Slanting rain over the whole sheet."""
    for _ in range(count):
        x, y, long = rng.uniform(-100, canvas.width + 100), rng.uniform(-40, HEIGHT), rng.uniform(18, 75)
        canvas.line(
            [(x, y), (x + lean * long, y + long)],
            fade(ink, rng.uniform(0.12, 0.5)),
            rng.choice((1.0, 1.4, 2.2)),
        )


def lightning(canvas: Canvas, rng: Random, start: tuple[float, float], foot: tuple[float, float], ink: Colour) -> None:
    """A bolt from the clouds to the land, with branches."""
    canvas.glow(*start, 420, ink, 0.5)
    canvas.glow(*foot, 220, ink, 0.45)
    bolt = chain(rng, [start, foot], 0.24, 5)
    for post in rng.sample(bolt[4:-8], 4):
        reach = hypot(post[0] - foot[0], post[1] - foot[1]) * rng.uniform(0.25, 0.5)
        tip = post[0] + rng.choice((-1, 1)) * reach * 0.8, post[1] + reach * 0.7
        canvas.line(chain(rng, [post, tip], 0.3, 4), fade(ink, 0.85), 2.2)
    canvas.line(bolt, fade(ink, 0.3), 15)
    canvas.line(bolt, WHITE, 5)
