"""A road under construction, with machines and workers."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import height_at, smooth
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terrain import ranges, rolling
from pages.demo.pictures.nature.trees import eucalyptus
from pages.demo.pictures.nature.weather import streaks
from pages.demo.pictures.palette import Palette, dark, fade, light, rgb
from pages.demo.pictures.town.machinery import barrier, cone, excavator, roller, truck
from pages.demo.pictures.town.people import worker

ASPHALT, EARTH = rgb("4a4c57"), rgb("b98a5a")
CABS = (rgb("c4483a"), rgb("2f6db5"), rgb("1f8a70"))


def road_works(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, GOLDEN)), rng), canvas.width
    sky(canvas, palette, 540)
    sun(canvas, palette, w * rng.uniform(0.1, 0.3), 170, 50)
    streaks(canvas, rng, [palette.haze], 6, 300, 90)
    massif(canvas, rng, palette, [(w * 0.22, 290), (w * 0.8, 250)], 600, 0.36)
    ranges(canvas, rng, palette, 520, 640, 3, 0.6)
    fields(canvas, rng, palette, rolling(rng, w, 650, 40, 4), 800, 5)
    _cutting(canvas, rng, palette)
    _carriageway(canvas, rng, palette)
    truck(canvas.at(w * rng.uniform(0.12, 0.3), 812, 1.0, flip=rng.random() < 0.5), palette, rng.choice(CABS))
    excavator(canvas.at(w * rng.uniform(0.54, 0.62), 806, 1.4), palette, rng.uniform(-1, 1))
    roller(canvas.at(w * rng.uniform(0.33, 0.42), 912, 1.25), palette)
    for x, y in ((0.5, 905), (0.76, 880), (0.55, 930)):
        worker(canvas.at(w * (x + rng.uniform(-0.02, 0.02)), y, 1.25, flip=x > 0.7), rng, palette)
    _signs(canvas, palette)


def _cutting(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """The hillside of bare earth that the road is cut into."""
    w = canvas.width
    line = smooth([(w * 0.5, 800), (w * 0.62, 700), (w * 0.74, 590), (w * 0.88, 520), (w + 120, 470)], 12)
    earth = palette.lit(EARTH)
    canvas.shade([*line, (w + 120, 860), (w * 0.5, 860)], light(earth, 0.15), dark(earth, 0.2))
    for i in range(1, 5):
        layer = [(x, y + (845 - y) * i / 5) for x, y in line]
        canvas.line(layer, fade(dark(earth, 0.4), 0.3), 5)
    for x in (0.84, 0.93, 0.99):
        eucalyptus(canvas, rng, palette, w * x, height_at(line, w * x) + 8, rng.uniform(150, 220))
    canvas.polygon(
        smooth([(w * 0.66, 812), (w * 0.71, 772), (w * 0.75, 742), (w * 0.8, 768), (w * 0.87, 816)], 8),
        dark(earth, 0.3),
    )


def _carriageway(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """The road: rolled earth in the part at work, asphalt and its lines where it is done."""
    w, asphalt, earth = canvas.width, palette.lit(ASPHALT), palette.lit(rgb("c9a271"))
    canvas.wash(796, HEIGHT, light(earth, 0.15), dark(earth, 0.15))
    canvas.polygon([(0, 846), (w, 858), (w, 985), (0, 962)], dark(earth, 0.13))
    front = smooth([(w * 0.40, 851), (w * 0.42, 880), (w * 0.385, 920), (w * 0.41, 971)], 8)
    canvas.polygon([(0, 846), *front, (0, 962)], asphalt)
    canvas.line([(0, 902), (w * 0.33, 909)], palette.lit(rgb("f4c430")), 7)
    for y0, y1 in ((855, 860), (950, 957)):
        canvas.line([(0, y0), (w * 0.38, y1)], palette.lit(rgb("f4efe2")), 4)
    for _ in range(160):
        x, y, size = rng.uniform(w * 0.42, w), rng.uniform(800, HEIGHT), rng.uniform(1.5, 4)
        canvas.oval(x, y, size * 1.6, size, fade(dark(earth, 0.5), 0.4))


def _signs(canvas: Canvas, palette: Palette) -> None:
    w = canvas.width
    for i in range(7):
        cone(canvas.at(w * (0.05 + i * 0.075), 986 + 4 * (i % 2), 0.95), palette)
    barrier(canvas.at(w * 0.87, 965, 1.35), palette)
