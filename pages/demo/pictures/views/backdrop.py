"""What stands behind a town: sky, snow peaks, ranges."""

from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terrain import ranges
from pages.demo.pictures.nature.weather import clouds
from pages.demo.pictures.palette import Palette


def backdrop(canvas: Canvas, rng: Random, palette: Palette, level: float) -> None:
    w = canvas.width
    sky(canvas, palette, level)
    sun(canvas, palette, w * rng.uniform(0.6, 0.9), rng.uniform(130, 200), 46)
    clouds(canvas, palette, rng, 5, level * 0.45, 185)
    massif(
        canvas,
        rng,
        palette,
        [(w * rng.uniform(0.4, 0.6), 280), (w * rng.uniform(0.75, 0.95), 340)],
        level,
        0.36,
    )
    ranges(canvas, rng, palette, level - 110, level - 20, 3, 0.62)


def summits(rng: Random, width: float, count: int, high: float, low: float) -> list[tuple[float, float]]:
    return [(width * (i + rng.uniform(0.3, 0.7)) / count, rng.uniform(high, low)) for i in range(count)]
