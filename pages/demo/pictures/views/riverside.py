"""A river between green shoulders."""

from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import Line, height_at, smooth
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import boulder, bush, ichu, thicket
from pages.demo.pictures.nature.sky import sky
from pages.demo.pictures.nature.terrain import ranges, rolling
from pages.demo.pictures.nature.trees import eucalyptus
from pages.demo.pictures.nature.water import banks, course, river
from pages.demo.pictures.nature.weather import clouds
from pages.demo.pictures.palette import Palette, dark, light, mix, rgb


def river_scene(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, GOLDEN)), rng), canvas.width
    x = w * rng.uniform(0.4, 0.6)
    sky(canvas, palette, 500)
    clouds(canvas, palette, rng, 5, 330, 185)
    massif(
        canvas,
        rng,
        palette,
        [(x + w * 0.05, rng.uniform(170, 230)), (x - w * 0.3, 300), (x + w * 0.4, 290)],
        560,
        0.42,
    )
    ranges(canvas, rng, palette, 500, 560, 2, 0.5)
    fields(canvas, rng, palette, rolling(rng, w, 600, 40, 4), 860, 5)
    line = course(rng, w, (x, 590), 5)
    _spurs(canvas, rng, palette)
    river(canvas, rng, palette, line, 430)
    _shore(canvas, rng, palette, line)
    _slopes(canvas, rng, palette)


def _spurs(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """Green shoulders that come down to the valley floor from both sides in turn."""
    w, left = canvas.width, rng.random() < 0.5
    for i in range(5):
        side, y = canvas.at(0 if left else w, 0, flip=not left), 650 + 62 * i
        reach = w * rng.uniform(0.45, 0.6)
        line = smooth([(-60, y - 60 - 14 * i), (reach * 0.3, y - 24), (reach * 0.65, y + 26), (reach, y + 70)], 10)
        tone = palette.lit(mix(palette.crops[i % 2], palette.near, 0.3 - 0.05 * i), 0.24 - 0.06 * i)
        side.shade([*line, (reach + 120, y + 400), (-60, y + 400)], light(tone, 0.14), dark(tone, 0.08))
        for _ in range(3):
            px = rng.uniform(0.05, 0.6) * reach
            eucalyptus(side, rng, palette, px, height_at(line, px) + 6, rng.uniform(60, 90) + 22 * i, 0.2 - 0.05 * i)
        left = not left


def _shore(canvas: Canvas, rng: Random, palette: Palette, line: Line) -> None:
    """Stones and shrubs along both banks."""
    edges = [point for edge in banks(line, 10, 470) for point in edge if 640 < point[1] < 985]
    for x, y in sorted(rng.sample(edges, 34), key=lambda point: point[1]):
        size = (y - 560) / 440
        if rng.random() < 0.45:
            boulder(canvas, rng, palette.lit(rgb("a39b8f")), x, y, 60 * size)
        else:
            bush(canvas, rng, palette, x, y, 50 * size, rng.choice((None, rgb("e8c547"), rgb("d9487d"))))


def _slopes(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """The trees and shrubs nearest to the one who looks."""
    w, straw = canvas.width, palette.lit(rgb("b9b25a"))
    for flip in (False, True):
        side = canvas.at(w if flip else 0, 0, flip=flip)
        for x, y, tall in ((-10, 880, 470), (70, 900, 380), (150, 930, 270)):
            eucalyptus(side, rng, palette, x + rng.uniform(-30, 30), y, tall * rng.uniform(0.85, 1.15))
        thicket(side, rng, palette, 6, (0, 760, 0.26 * w, 980), (30, 64), rgb("e8c547"))
        for _ in range(9):
            ichu(side, rng, straw, rng.uniform(0, 0.3) * w, rng.uniform(900, 1020), rng.uniform(40, 80))
