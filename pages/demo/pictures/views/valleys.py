"""A valley at dawn and by day."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import height_at, smooth
from pages.demo.pictures.hours import DAWN, DAY, choose
from pages.demo.pictures.nature.animals import birds
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import maguey, thicket
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terrain import brow, ranges, rolling
from pages.demo.pictures.nature.trees import eucalyptus, grove
from pages.demo.pictures.nature.water import banks, course, river
from pages.demo.pictures.nature.weather import clouds, streaks
from pages.demo.pictures.palette import Palette, dark, rgb
from pages.demo.pictures.town.houses import village
from pages.demo.pictures.town.landmarks import church
from pages.demo.pictures.views.backdrop import summits


def valley_dawn(canvas: Canvas, rng: Random) -> None:
    palette = choose(DAWN, rng)
    x = canvas.width * rng.uniform(0.45, 0.7)
    sky(canvas, palette, 640)
    streaks(canvas, rng, [palette.haze, palette.sky[1]], 9, 380, 90)
    sun(canvas, palette, x, rng.uniform(330, 400), rng.uniform(52, 70))
    ranges(canvas, rng, palette, 560, 770, 5, 0.66)
    canvas.veil(640, 830, palette.haze, 0.0, 0.5)
    line = rolling(rng, canvas.width, 840, 70, 3)
    fields(canvas, rng, palette, line, rows=6)
    canvas.veil(760, HEIGHT, palette.near, 0.0, 0.55)
    river(canvas, rng, palette, course(rng, canvas.width, (x, height_at(line, x) - 4), 4), 190)
    birds(canvas, rng, dark(palette.near, 0.3), canvas.width * 0.3, 270)
    _frame(canvas, rng, palette)


def _frame(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """A dark slope with eucalyptus at the left, through which one looks."""
    ink = dark(palette.near, 0.35)
    slope = smooth([(-120, 720), (120, 770), (330, 880), (560, 975), (900, 1030)], 12)
    shadowed = palette.under(ink, 0.8)
    for x, tall in ((70, 640), (185, 500), (-10, 560), (300, 330)):
        eucalyptus(
            canvas,
            rng,
            shadowed,
            x + rng.uniform(-20, 20),
            height_at(slope, x) + 12,
            tall * rng.uniform(0.9, 1.1),
        )
    brow(canvas, slope, ink)
    for _ in range(9):
        x = rng.uniform(0, 620)
        maguey(canvas, shadowed, x, height_at(slope, x) + 14, rng.uniform(34, 62))


def valley_day(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(DAY, rng), canvas.width
    sky(canvas, palette, 520)
    sun(canvas, palette, w * rng.uniform(0.08, 0.25), rng.uniform(110, 190), 46)
    clouds(canvas, palette, rng, 6, 330, 185)
    massif(canvas, rng, palette, summits(rng, w, 3, 250, 340), 620, 0.42)
    ranges(canvas, rng, palette, 545, 640, 3, 0.55)
    line = rolling(rng, w, 690, 60, 3)
    fields(canvas, rng, palette, line)
    heart = w * rng.uniform(0.56, 0.68)
    _road(canvas, rng, palette, (heart - 60, 742))
    _hamlet(canvas, rng, palette, heart, 742)
    grove(canvas, rng, palette, w * 0.14, 850, 250, 5)
    grove(canvas, rng, palette, w * 0.9, 800, 170, 5, 0.1)
    thicket(canvas, rng, palette, 9, (0, 930, w, 1010), (30, 60), rgb("f4d35e"))


def _hamlet(canvas: Canvas, rng: Random, palette: Palette, x: float, y: float) -> None:
    """A village about its church."""
    back = [(x + rng.uniform(-330, 330), y + rng.uniform(-24, 6)) for _ in range(9)]
    village(canvas, rng, palette, back, 0.52, 0.12)
    church(canvas.at(x, y + 12, 0.56), palette, distance=0.05)
    front = [(x + side * rng.uniform(120, 390), y + rng.uniform(24, 64)) for side in (-1, 1, -1, 1, -1, 1, 1, -1)]
    village(canvas, rng, palette, front, 0.66)
    for side in (-1, 1, 1):
        grove(canvas, rng, palette, x + side * rng.uniform(150, 380), y + 30, 120, 2, 0.05)


def _road(canvas: Canvas, rng: Random, palette: Palette, foot: tuple[float, float]) -> None:
    left, right = banks(course(rng, canvas.width, foot, 4), 8, 130)
    canvas.polygon(left + right[::-1], palette.lit(rgb("dcc391")))
    for edge in (left, right):
        canvas.line(edge, palette.lit(rgb("b39a6a")), 3)
