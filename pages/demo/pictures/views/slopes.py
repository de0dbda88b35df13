"""A slope of terraces, and rain over the valley."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import height_at
from pages.demo.pictures.hours import DAY, GOLDEN, STORM, choose
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import maguey
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terracing import terraces as steps
from pages.demo.pictures.nature.terrain import ranges, rolling
from pages.demo.pictures.nature.trees import grove
from pages.demo.pictures.nature.water import course, river
from pages.demo.pictures.nature.weather import clouds, lightning, rain, thunderheads
from pages.demo.pictures.palette import light, mix, rgb
from pages.demo.pictures.town.houses import house, paint, village
from pages.demo.pictures.town.people import crowd
from pages.demo.pictures.views.backdrop import summits


def terraces(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, GOLDEN)), rng), canvas.width
    sky(canvas, palette, 460)
    sun(canvas, palette, w * 0.8, 150, 48)
    clouds(canvas, palette, rng, 4, 300, 185)
    massif(canvas, rng, palette, summits(rng, w, 2, 190, 270), 560, 0.4)
    ranges(canvas, rng, palette, 430, 520, 2, 0.5)
    steps(canvas, rng, palette)
    house(canvas.at(w * 0.66, 700, 0.95), rng, paint(rng, palette))
    grove(canvas, rng, palette, w * 0.9, 640, 210, 3)
    crowd(canvas, rng, palette, [(w * rng.uniform(0.2, 0.55), y) for y in (848, 852, 858)], 88)
    maguey(canvas, palette, w * 0.07, 985, 110)
    maguey(canvas, palette, w * 0.96, 1000, 130)


def storm(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(STORM, rng), canvas.width
    bolt = mix(rgb("fff3b0"), rgb("cfe8ff"), rng.random())
    x = w * rng.uniform(0.55, 0.8)
    sky(canvas, palette, 700)
    thunderheads(canvas, palette, rng, 380)
    ranges(canvas, rng, palette, 600, 700, 3, 0.6)
    lightning(canvas, rng, (x, 210), (x + rng.uniform(-120, 120), 640), bolt)
    line = rolling(rng, w, 800, 60, 3)
    fields(canvas, rng, palette, line, rows=5)
    river(canvas, rng, palette, course(rng, w, (w * 0.4, height_at(line, w * 0.4)), 4), 300)
    village(canvas, rng, palette, [(w * 0.12 + i * 95, 850 + 30 * (i % 2)) for i in range(4)], 0.95)
    grove(canvas, rng, palette, w * 0.88, 900, 280, 4)
    canvas.veil(0, HEIGHT, light(palette.sky[1], 0.1), 0.0, 0.25)
    rain(canvas, rng, light(palette.sky[2], 0.5), 620, rng.choice((-0.28, 0.22)))
