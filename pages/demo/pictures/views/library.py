"""The reading room of the library: shelves, a window on the mountains, readers at a table."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import maguey
from pages.demo.pictures.nature.sky import sky, sun
from pages.demo.pictures.nature.terrain import ranges
from pages.demo.pictures.nature.weather import clouds
from pages.demo.pictures.palette import CLOTHS, Colour, Palette, dark, fade, light, rgb
from pages.demo.pictures.town.furniture import SPINES, bookcase, lamps, open_book
from pages.demo.pictures.town.people import child, woman

WOODS = tuple(map(rgb, ("8a5a3a", "6b4632", "a9743f")))
ROOM_WALLS = tuple(map(rgb, ("e9dcc3", "cfdad2", "ead0b5")))


def library(canvas: Canvas, rng: Random) -> None:
    palette = choose(rng.choice((DAY, GOLDEN)), rng)
    w, wood, wall = canvas.width, rng.choice(WOODS), rng.choice(ROOM_WALLS)
    left, right = w * 0.37, w * 0.66
    _view(canvas, rng, palette)
    _walls(canvas, wall, (left, 150, right, 600), wood)
    bookcase(canvas.at(-20, 780), rng, left - 10, wood)
    bookcase(canvas.at(right + 30, 780), rng, w - right, wood)
    _floor(canvas, wood)
    lamps(canvas, rng.choice(CLOTHS))
    _readers(canvas, rng, palette)
    _table(canvas, rng, wood)


def _view(canvas: Canvas, rng: Random, palette: Palette) -> None:
    w = canvas.width
    sky(canvas, palette, 560)
    sun(canvas, palette, w * 0.6, 260, 36)
    clouds(canvas, palette, rng, 5, 330, 190)
    massif(canvas, rng, palette, [(w * rng.uniform(0.44, 0.56), 300), (w * 0.62, 380)], 600, 0.4)
    ranges(canvas, rng, palette, 540, 610, 2, 0.6)


def _walls(canvas: Canvas, wall: Colour, hole: tuple[float, float, float, float], wood: Colour) -> None:
    """The wall about the window, its frame and its light on the floor."""
    left, top, right, bottom = hole
    for x, y, wide, high in (
        (0, 0, canvas.width, top),
        (0, bottom, canvas.width, 400),
        (0, top, left, bottom),
        (right, top, canvas.width, bottom),
    ):
        canvas.rect(x, y, wide, high, wall)
    canvas.rect(0, 0, canvas.width, 46, dark(wall, 0.12))
    frame = light(wood, 0.55)
    for x in (left - 16, (left + right) / 2 - 6, right):
        canvas.rect(x, top - 16, 16 if x != (left + right) / 2 - 6 else 12, bottom - top + 32, frame)
    for y in (top - 16, (top + bottom) * 0.42, bottom):
        canvas.rect(left - 16, y, right - left + 32, 14, frame)
    canvas.rect(left - 40, bottom + 14, right - left + 80, 22, light(frame, 0.25), radius=4)


def _floor(canvas: Canvas, wood: Colour) -> None:
    tone, w = light(wood, 0.28), canvas.width
    canvas.wash(780, HEIGHT, dark(tone, 0.1), tone)
    for i in range(-10, 31):
        canvas.line([(w * i / 20, 780), (w * (0.5 + (i / 20 - 0.5) * 1.9), HEIGHT)], fade(dark(tone, 0.5), 0.3), 2)
    canvas.polygon(
        [(w * 0.38, 782), (w * 0.65, 782), (w * 0.74, HEIGHT), (w * 0.30, HEIGHT)], fade(rgb("fff3c9"), 0.28)
    )


def _readers(canvas: Canvas, rng: Random, palette: Palette) -> None:
    day = palette.under(palette.ambient, 0.0)
    for x in (0.30, 0.43, 0.57, 0.70):
        person = woman if rng.random() < 0.2 else child
        person(
            canvas.at(canvas.width * (x + rng.uniform(-0.015, 0.015)), 970, 2.5, flip=rng.random() < 0.5),
            rng,
            day,
        )
    for x, size in ((0.045, 120), (0.955, 130)):
        canvas.rect(canvas.width * x - 46, 880, 92, 100, rgb("b5653f"), radius=8)
        maguey(canvas, day, canvas.width * x, 890, size)


def _table(canvas: Canvas, rng: Random, wood: Colour) -> None:
    w, top = canvas.width, light(wood, 0.4)
    canvas.polygon([(w * 0.2, 860), (w * 0.8, 860), (w * 0.86, 915), (w * 0.14, 915)], top)
    canvas.rect(w * 0.14, 915, w * 0.72, 26, dark(top, 0.22))
    for x in (0.17, 0.81):
        canvas.rect(w * x, 941, w * 0.022, 80, dark(top, 0.35))
    for x in (0.29, 0.43, 0.57, 0.71):
        open_book(canvas.at(w * x, 888, 1.15), rng.choice(CLOTHS))
    for x in (0.36, 0.645):
        for i in range(rng.randint(2, 4)):
            canvas.rect(w * x - 40 + rng.uniform(-6, 6), 876 - i * 17, 84, 16, rng.choice(SPINES), radius=3)
