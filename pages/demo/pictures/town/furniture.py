"""Shelves, books and lamps."""

from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.palette import CLOTHS, GOLD, NIGHT_INK, Colour, dark, light, mix, rgb
from pages.demo.pictures.pen import Pen

SPINES = (*CLOTHS, *map(rgb, ("e8d9b5", "3c4a63", "94a58b", "b5533c")))


def bookcase(pen: Pen, rng: Random, wide: float, wood: Colour) -> None:
    """Five shelves of books from (0, 0) up, 700 high."""
    pen.rect(0, -700, wide, 700, wood)
    pen.rect(-10, -722, wide + 20, 26, light(wood, 0.15))
    for shelf in range(5):
        y = -32 - shelf * 132
        pen.rect(18, y - 116, wide - 36, 116, dark(wood, 0.5))
        _books(pen, rng, 22, y, wide - 26)
        pen.rect(18, y, wide - 36, 8, light(wood, 0.22))


def _books(pen: Pen, rng: Random, x: float, y: float, end: float) -> None:
    while x < end - 34:
        wide, tall, tone = rng.uniform(13, 31), rng.uniform(70, 106), rng.choice(SPINES)
        if rng.random() < 0.06:
            x += rng.uniform(24, 52)
            continue
        pen.rect(x, y - tall, wide, tall, tone, radius=1.5)
        pen.rect(x, y - tall, wide * 0.22, tall, light(tone, 0.18))
        for share in (0.16, 0.78):
            pen.rect(x, y - tall * (1 - share), wide, 4, mix(tone, GOLD, 0.6))
        x += wide + 1.2


def lamps(canvas: Canvas, tone: Colour) -> None:
    for x in (0.25, 0.5, 0.75):
        pen = canvas.at(canvas.width * x, 150)
        canvas.glow(canvas.width * x, 175, 190, rgb("ffe2a0"), 0.5)
        pen.line([(0, -150), (0, -30)], NIGHT_INK, 3)
        pen.oval(0, 2, 20, 14, rgb("fff4d2"))
        pen.slice(0, 0, 48, 180, 360, tone)


def open_book(pen: Pen, cover: Colour) -> None:
    pen.polygon([(-56, 10), (-46, -20), (46, -20), (56, 10)], cover)
    for side in (-1, 1):
        pen.polygon([(0, 6), (0, -21), (side * 42, -24), (side * 50, 4)], rgb("fbf6e8"))
        for y in (-15, -9, -3):
            pen.line([(side * 6, y), (side * (40 - y * 0.1), y - 2)], rgb("a8a294"), 1.5)
