"""The square: on a plain day, on market day, on the night of the feast."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import smooth
from pages.demo.pictures.hours import DAY, GOLDEN, NIGHT, choose
from pages.demo.pictures.nature.animals import birds
from pages.demo.pictures.nature.scrub import bush
from pages.demo.pictures.nature.sky import sky, stars
from pages.demo.pictures.nature.terrain import ranges
from pages.demo.pictures.nature.trees import shade_tree
from pages.demo.pictures.palette import CLOTHS, NIGHT_INK, Colour, Palette, dark, fade, mix, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.town.festive import bunting, cut_paper, firework
from pages.demo.pictures.town.houses import WALLS, village
from pages.demo.pictures.town.landmarks import arcade, church, flag
from pages.demo.pictures.town.paving import fountain, lamp, pavement
from pages.demo.pictures.town.people import crowd, man, woman
from pages.demo.pictures.town.stalls import stall
from pages.demo.pictures.views.backdrop import backdrop


def plaza(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, GOLDEN)), rng), canvas.width
    backdrop(canvas, rng, palette, 640)
    village(canvas, rng, palette, [(rng.uniform(0, w), rng.uniform(640, 680)) for _ in range(9)], 0.8, 0.15)
    wall = rng.choice((rgb("f2d9a8"), rgb("f6efe0"), rgb("cfe0dc"), rgb("f0c9a4")))
    arcade(canvas.at(w * 0.56, 740, 1.22), palette, 8, wall)
    flag(canvas, w * 0.76, 506, 150)
    church(canvas.at(w * 0.27, 740, 1.75), palette, stone=rng.choice(WALLS), towers=rng.choice((1, 2, 2)))
    pavement(canvas, palette, 738)
    for x in (0.05, 0.47, 0.62, 0.80, 0.95):
        shade_tree(canvas, rng, palette, w * x, 800 + rng.uniform(-12, 18), rng.uniform(150, 190))
    fountain(canvas.at(w * 0.5, 900, 1.25), palette)
    spots = [(w * x + rng.uniform(-40, 40), rng.uniform(850, 960)) for x in (0.12, 0.2, 0.3, 0.7, 0.78, 0.9)]
    crowd(canvas, rng, palette, spots, 118)
    for x in (0.36, 0.64):
        lamp(canvas.at(w * x, 950, 1.2), palette)
    for x in (0.02, 0.98):
        bush(canvas, rng, palette, w * x, 1010, 120, rgb("d9487d"))
    birds(canvas, rng, NIGHT_INK, w * 0.55, 230, 8)


def market(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, DAY, GOLDEN)), rng), canvas.width
    backdrop(canvas, rng, palette, 620)
    homes = [(w * i / 8 + rng.uniform(-60, 40), 640 + rng.uniform(-10, 16)) for i in range(9)]
    village(canvas, rng, palette, homes, 1.0, 0.12)
    pavement(canvas, palette, 640)
    crowd(canvas, rng, palette, [(rng.uniform(0, w), rng.uniform(672, 700)) for _ in range(9)], 78)
    _stalls(canvas, rng, palette)
    for level, middle in ((60, 150), (190, 215)):
        bunting(canvas, rng, [(-20, level), (w * rng.uniform(0.35, 0.55), middle), (w + 20, level - 30)])


def _stalls(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """Two rows of stalls, and the people between and before them."""
    w, cloths = canvas.width, rng.sample(CLOTHS, 7)
    for i in range(5):
        stall(canvas.at(w * (i + 0.5) / 5, 790, 0.82), rng, palette, cloths[i])
    crowd(canvas, rng, palette, [(rng.uniform(0.04, 0.96) * w, rng.uniform(800, 830)) for _ in range(7)], 108)
    for x, cloth in zip((0.14, 0.86), cloths[5:], strict=True):
        stall(canvas.at(w * x, 965, 1.3), rng, palette, cloth)
    spots = [(w * x + rng.uniform(-30, 30), rng.uniform(930, 975)) for x in (0.36, 0.45, 0.56, 0.66)]
    crowd(canvas, rng, palette, spots, 165)


def festival(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(NIGHT, rng), canvas.width
    glow = rgb("ffb64d")
    sky(canvas, palette, 760)
    stars(canvas, rng, 240, 500)
    for x in (0.16, 0.5, 0.82, 0.34):
        firework(canvas, rng, w * (x + rng.uniform(-0.06, 0.06)), rng.uniform(250, 400), rng.uniform(110, 200))
    ranges(canvas, rng, palette, 660, 730, 2, 0.55)
    canvas.glow(w * 0.5, 800, 620, glow, 0.6)
    warm = palette.under(mix(palette.sky[1], glow, 0.35), 0.38)
    village(canvas, rng, warm, [(w * i / 7 + rng.uniform(-50, 50), 800) for i in range(-1, 8)], 1.25)
    church(canvas.at(w * rng.uniform(0.46, 0.54), 810, 1.35), warm)
    ground = mix(palette.near, glow, 0.28)
    canvas.wash(806, HEIGHT, mix(ground, glow, 0.4), dark(ground, 0.3))
    _dance(canvas, rng, warm)
    for ends in ([(-20, 70), (w * 0.4, 150), (w + 20, 60)], [(-20, 170), (w * 0.6, 265), (w + 20, 150)]):
        cut_paper(canvas, rng, ends)


def _dance(canvas: Canvas, rng: Random, palette: Palette) -> None:
    """A ring of dancers about the square, and the onlookers before them."""
    w = canvas.width
    crowd(canvas, rng, palette, [(w * (0.08 + 0.84 * i / 15), rng.uniform(826, 842)) for i in range(16)], 84)
    for i in range(7):
        x, y = w * (0.16 + 0.68 * i / 6), 925 - 22 * abs(i - 3) / 3
        place = canvas.at(x, y, 1.45, flip=i % 2 == 1)
        place.oval(0, 0, 28, 5, fade(NIGHT_INK, 0.35))
        (woman if i % 2 else man)(place, rng, palette)
        place.line([(14, -70), (34, -94), (44, -88)], rng.choice(CLOTHS), 5)
    for _ in range(24):
        x = rng.uniform(-20, w + 20)
        _onlooker(
            canvas.at(x, 1050 + rng.uniform(-14, 24), rng.uniform(1.4, 1.8)),
            dark(palette.near, 0.35),
            rng.random() < 0.6,
        )


def _onlooker(pen: Pen, ink: Colour, hat: bool) -> None:
    """Head and shoulders from behind, dark against the lights."""
    pen.polygon(smooth([(-34, 10), (-30, -52), (-14, -70), (0, -74), (14, -70), (30, -52), (34, 10)], 6), ink)
    pen.oval(0, -87, 11, 14, ink)
    if hat:
        pen.oval(0, -94, 21, 4.5, ink)
        pen.polygon(smooth([(-11, -94), (-9, -108), (0, -110), (9, -108), (11, -94)], 4), ink)
