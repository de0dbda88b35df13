"""A bridge of stone over still water."""

from math import cos, pi, sin
from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.curves import points, smooth
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.animals import birds, llama
from pages.demo.pictures.nature.fields import fields
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import boulder, thicket
from pages.demo.pictures.nature.sky import sky
from pages.demo.pictures.nature.terrain import ranges, rolling
from pages.demo.pictures.nature.trees import eucalyptus
from pages.demo.pictures.nature.water import course, lagoon, river
from pages.demo.pictures.nature.weather import clouds
from pages.demo.pictures.palette import Colour, Palette, dark, fade, light, rgb
from pages.demo.pictures.town.people import crowd

STONE = rgb("c8ae86")
BANK = points("-0.05,520 0.07,548 0.13,640 0.17,790 0.145,900 0.2,1040")  # x as a share of the width


def bridge(canvas: Canvas, rng: Random) -> None:
    palette, w, level = choose(rng.choice((DAY, GOLDEN)), rng), canvas.width, 800
    sky(canvas, palette, 560)
    clouds(canvas, palette, rng, 4, 330, 185)
    massif(canvas, rng, palette, [(w * rng.uniform(0.3, 0.7), 190), (w * 0.1, 320), (w * 0.92, 300)], 600, 0.4)
    ranges(canvas, rng, palette, 480, 570, 3, 0.6)
    fields(canvas, rng, palette, rolling(rng, w, 620, 40, 4), 860, 5)
    river(canvas, rng, palette, course(rng, w, (w * 0.5, 640), 4), 900)
    _span(canvas, palette, w * 0.16, w * 0.84, 520, level, rng.choice((1, 2, 3)))
    _walkers(canvas, rng, palette, 516)
    lagoon(canvas, rng, palette, level)
    _gorge(canvas, rng, palette)
    birds(canvas, rng, dark(palette.near, 0.2), w * 0.25, 250)


def _walkers(canvas: Canvas, rng: Random, palette: Palette, deck: float) -> None:
    w = canvas.width
    x = w * rng.uniform(0.3, 0.5)
    crowd(canvas, rng, palette, [(x, deck + 10), (x + 62, deck + 10)], 96)
    for i in range(rng.randint(1, 3)):
        llama(canvas.at(x + 160 + 85 * i, deck + 8, 0.8), rng, palette)
    canvas.rect(w * 0.02, deck - 14, w * 0.96, 22, light(palette.lit(STONE), 0.14))
    canvas.rect(w * 0.02, deck + 8, w * 0.96, 6, dark(palette.lit(STONE), 0.35))


def _span(canvas: Canvas, palette: Palette, left: float, right: float, deck: float, level: float, arches: int) -> None:
    """A bridge of stone between two banks, its piers standing in the water."""
    stone, wide = palette.lit(STONE), (right - left) / arches
    half = min(390.0, wide * 0.41)
    rise = min(half, 226.0)
    spring = deck + 38 + rise
    body = [(left - 220, deck), (right + 220, deck), (right + 220, level)]
    for i in reversed(range(arches)):
        x = left + wide * (i + 0.5)
        arch = [(x + half * cos(pi * t / 24), spring - rise * sin(pi * t / 24)) for t in range(25)]
        body += [(x + half, level), *arch, (x - half, level)]
    body += [(left - 220, level)]
    canvas.shade(body, light(stone, 0.12), dark(stone, 0.25))
    with canvas.inside(body):
        _stones(canvas, left - 220, right + 220, deck, level, stone)
    for i in range(arches):
        _ring(canvas, left + wide * (i + 0.5), spring, half, rise, stone)


def _stones(canvas: Canvas, left: float, right: float, top: float, bottom: float, stone: Colour) -> None:
    rows = int((bottom - top) // 20)
    for row in range(rows):
        y, shift = top + 20 * row, 24 * (row % 2)
        canvas.line([(left, y), (right, y)], fade(dark(stone, 0.5), 0.3), 1.6)
        for i in range(int((right - left) // 48) + 1):
            canvas.line(
                [(left + shift + 48 * i, y), (left + shift + 48 * i, y + 20)],
                fade(dark(stone, 0.5), 0.26),
                1.6,
            )


def _ring(canvas: Canvas, x: float, y: float, half: float, rise: float, stone: Colour) -> None:
    """The cut stones about an arch."""
    for t in range(16):
        a, b = pi * (t + 0.08) / 16, pi * (t + 0.92) / 16
        block = [(x + half * k * cos(u), y - rise * k * sin(u)) for k, u in ((1, a), (1, b), (1.13, b), (1.13, a))]
        canvas.polygon(block, light(stone, 0.22) if t % 2 else dark(stone, 0.08))


def _gorge(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """The two banks, in the foreground at both ends of the bridge."""
    reach, tone, stone = canvas.width, palette.lit(palette.crops[0]), palette.lit(rgb("a79c8c"))
    for flip in (False, True):
        side = canvas.at(canvas.width if flip else 0, 0, flip=flip)
        bank = smooth([(reach * x, y) for x, y in BANK], 10)
        side.shade([*bank, (-0.1 * reach, 1040)], light(tone, 0.08), dark(tone, 0.4))
        for _ in range(7):
            x, y = rng.uniform(0.1, 0.23) * reach, rng.uniform(800, 1000)
            boulder(side, rng, stone, x, y, rng.uniform(50, 110))
        for x, y, tall in ((30, 600, 300), (110, 640, 240), (20, 800, 340)):
            eucalyptus(side, rng, palette, x + rng.uniform(-20, 20), y, tall)
        thicket(side, rng, palette, 6, (0, 680, 0.13 * reach, 960), (36, 70), rgb("f0cf5a"))
