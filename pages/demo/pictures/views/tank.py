"""An elevated water tank beside a village."""

from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import smooth
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import bush, maguey
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terrain import ranges, rolling
from pages.demo.pictures.nature.trees import grove
from pages.demo.pictures.nature.weather import clouds
from pages.demo.pictures.palette import Colour, Palette, dark, light, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.town.houses import village
from pages.demo.pictures.town.people import worker


def water_tank(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, DAY, GOLDEN)), rng), canvas.width
    sky(canvas, palette, 620)
    sun(canvas, palette, w * 0.85, 150, 46)
    clouds(canvas, palette, rng, 6, 380, 185)
    massif(canvas, rng, palette, [(w * rng.uniform(0.1, 0.3), 330), (w * 0.55, 390)], 680, 0.36)
    ranges(canvas, rng, palette, 600, 690, 3, 0.6)
    line = rolling(rng, w, 760, 50, 3)
    fields(canvas, rng, palette, line, rows=6)
    spots = [(w * x, 805 + rng.uniform(-12, 40)) for x in (0.05, 0.14, 0.24, 0.33, 0.42)]
    village(canvas, rng, palette, spots, 0.75)
    grove(canvas, rng, palette, w * 0.3, 800, 150, 3)
    x = w * rng.uniform(0.62, 0.7)
    _tank(canvas.at(x, 880), palette, rng.choice((rgb("3f8fc4"), rgb("e9e2d2"), rgb("2f9a8f"))))
    _pipe(canvas, palette, x, 880)
    for dx in (-190, 150, 205):
        worker(canvas.at(x + dx, 925, 0.95, flip=dx > 0), rng, palette)
    bush(canvas, rng, palette, w * 0.93, 960, 90, rgb("f4d35e"))
    maguey(canvas, palette, w * 0.04, 990, 110)


def _tank(pen: Pen, palette: Palette, paint_tone: Colour) -> None:
    """An elevated tank on (0, 0), 640 high."""
    steel, tone = palette.lit(rgb("cfc8bc")), palette.lit(paint_tone)
    for x0, x1 in ((-105, -78), (105, 78)):
        pen.line([(x0, 0), (x1, -380)], dark(steel, 0.25), 15)
    for x0, x1 in ((-40, -32), (40, 32)):
        pen.line([(x0, 0), (x1, -380)], steel, 13)
    for y in (-110, -215, -310):
        half = 105 - 27 * -y / 380
        pen.line([(-half, y), (half, y)], dark(steel, 0.2), 8)
        pen.line([(-half, y), (half - 5, y + 100)], dark(steel, 0.35), 3)
        pen.line([(half, y), (5 - half, y + 100)], dark(steel, 0.35), 3)
    _drum(pen, tone, steel)


def _drum(pen: Pen, tone: Colour, steel: Colour) -> None:
    pen.rect(-150, -392, 300, 16, dark(steel, 0.3), radius=6)
    pen.polygon(
        smooth([(-128, -560), (-128, -440), (-90, -396), (0, -384), (90, -396), (128, -440), (128, -560)], 8),
        tone,
    )
    pen.polygon([(52, -560), *smooth([(128, -560), (128, -440), (90, -396), (30, -386)], 8)], dark(tone, 0.18))
    pen.rect(-98, -556, 26, 130, light(tone, 0.4), radius=12)
    pen.polygon(smooth([(-140, -556), (-90, -596), (0, -630), (90, -596), (140, -556)], 8), dark(tone, 0.28))
    pen.rect(-12, -646, 24, 22, dark(tone, 0.4), radius=4)
    pen.rect(-146, -492, 292, 9, light(steel, 0.2))
    for x in range(-140, 141, 28):
        pen.line([(x, -440), (x, -392)], light(steel, 0.2), 2.4)
    pen.line([(-146, -440), (146, -440)], light(steel, 0.2), 4)


def _pipe(canvas: Canvas, palette: Palette, x: float, y: float) -> None:
    """The pipe from the tank to a tap, with its drops."""
    blue = palette.lit(rgb("2f7fb5"))
    canvas.line([(x, y - 380), (x, y + 30), (x - 330, y + 62)], blue, 20)
    canvas.line([(x - 5, y - 380), (x - 5, y + 24)], light(blue, 0.35), 5)
    canvas.rect(x - 92, y - 30, 184, 40, palette.lit(rgb("d9cdb8")))
    canvas.rect(x - 100, y - 38, 200, 12, palette.lit(rgb("b5a68c")))
    canvas.line([(x - 330, y + 62), (x - 330, y + 82)], blue, 20)
    canvas.polygon(
        [(x - 400, y + 118), (x - 260, y + 118), (x - 275, y + 92), (x - 385, y + 92)],
        palette.lit(rgb("a99a84")),
    )
    canvas.oval(x - 330, y + 93, 52, 8, light(blue, 0.5))
