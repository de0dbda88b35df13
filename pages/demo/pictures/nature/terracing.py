"""The terraces that climb a slope: walls of stone and a crop on each."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, height_at, smooth
from pages.demo.pictures.palette import Colour, Palette, dark, fade, light, rgb

STONE = rgb("b3a083")


def terraces(canvas: Canvas, rng: Random, palette: Palette, count: int = 10) -> None:
    """From the top of the slope to the lower edge of the sheet, each one taller than the one above."""
    lift = [rng.uniform(-60, 60) for _ in range(5)]
    for i in range(count):
        share = i / count
        line = _edge(rng, canvas.width, 455 + 560 * share**1.25, lift, 1 - 0.45 * share)
        _terrace(canvas, rng, palette, line, 9 + 26 * share, share)


def _edge(rng: Random, width: float, level: float, lift: list[float], bow: float) -> Line:
    posts = [
        (-150 + (width + 300) * i / 4, level + (rise + 48 * abs(i - 2) - 60) * bow + rng.uniform(-8, 8))
        for i, rise in enumerate(lift)
    ]
    return smooth(posts, 12)


def _terrace(canvas: Canvas, rng: Random, palette: Palette, line: Line, wall: float, near: float) -> None:
    far = 0.35 * (1 - near)
    crop, stone = palette.lit(rng.choice(palette.crops), far), palette.lit(STONE, far)
    foot = [(x, y + wall) for x, y in line]
    canvas.polygon(line + foot[::-1], stone)
    _masonry(canvas, rng, line, wall, stone)
    canvas.line([(x, y - 1) for x, y in line], light(stone, 0.4), 2 + 3 * near)
    below = [*foot, (foot[-1][0], HEIGHT + 200), (foot[0][0], HEIGHT + 200)]
    canvas.shade(below, light(crop, 0.12), dark(crop, 0.1))
    _crop(canvas, rng, foot, crop, near)
    for _ in range(rng.randint(0, 2)):
        _plot(canvas, rng, palette, foot, near)
    canvas.line([(x, y + 2) for x, y in foot], fade(dark(crop, 0.6), 0.45), 5)


def _plot(canvas: Canvas, rng: Random, palette: Palette, foot: Line, near: float) -> None:
    """A stretch of the terrace with another crop, between two low walls."""
    start, wide = rng.uniform(-0.1, 0.8) * canvas.width, rng.uniform(0.15, 0.4) * canvas.width
    part = [(x, y) for x, y in foot if start < x < start + wide]
    if len(part) < 2:
        return
    (x0, y0), (x1, y1), deep = part[0], part[-1], 30 + 75 * near
    crop, stone = (
        palette.lit(rng.choice(palette.crops), 0.35 * (1 - near)),
        palette.lit(STONE, 0.35 * (1 - near)),
    )
    with canvas.inside([*part, (x1 + deep * 0.3, y1 + deep), (x0 + deep * 0.3, y0 + deep)]):
        canvas.rect(x0 - 40, min(y for _, y in part), x1 - x0 + 99, 400, crop)
        _crop(canvas, rng, foot, crop, near)
    for x, y in (part[0], part[-1]):
        canvas.line([(x, y), (x + deep * 0.3, y + deep)], stone, 3 + 5 * near)


def _masonry(canvas: Canvas, rng: Random, line: Line, wall: float, stone: Colour) -> None:
    courses = max(2, int(wall // 11))
    for course in range(courses):
        x = rng.uniform(-40, 0)
        while x < canvas.width:
            wide, y = rng.uniform(0.9, 2.2) * wall / courses, height_at(line, x) + wall * course / courses
            tone = rng.choice((dark(stone, 0.07), dark(stone, 0.14), light(stone, 0.12)))
            canvas.rect(x, y + 1, wide - 2, wall / courses - 2, tone, radius=3)
            x += wide


def _crop(canvas: Canvas, rng: Random, foot: Line, crop: Colour, near: float) -> None:
    """Rows of plants that follow the wall."""
    step, ink = 8 + 12 * near, dark(crop, 0.3)
    for row in range(5):
        y = 10 + row * step * 1.25
        x = rng.uniform(0, step)
        while x < canvas.width:
            base, size = height_at(foot, x) + y, (0.20 + 0.05 * row) * step
            canvas.oval(x, base, size * 1.5, size, ink)
            canvas.oval(x - size * 0.3, base - size * 0.5, size * 1.1, size * 0.7, light(crop, 0.14))
            x += step * 1.4
