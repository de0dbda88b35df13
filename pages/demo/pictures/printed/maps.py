"""A stylised map of a district: relief, rivers, roads, villages, and the pin of the place."""

from math import cos, pi, sin
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, chain, height_at, smooth
from pages.demo.pictures.palette import CREAM, NIGHT_INK, WHITE, dark, fade, light, rgb
from pages.demo.pictures.printed.map_marks import cartouche, dashes, margin, pin, rose, settlement
from pages.demo.pictures.printed.relief import heights, tinted

TINTS = (
    tuple(map(rgb, ("8fb98a", "b9cf97", "e6dfae", "dcb981", "b98a66", "9a7566", "f3eee6"))),
    tuple(map(rgb, ("7fb5a8", "a9cdb4", "dfe3c0", "e6cf9b", "cf9f78", "a87a70", "f6f0ea"))),
    tuple(map(rgb, ("9dbf7a", "c6d38b", "efe3a6", "e3b778", "c2855c", "8a6a6a", "efeaf0"))),
)

RIVER, ROAD = rgb("2f86b5"), rgb("c8452f")


def district(canvas: Canvas, rng: Random, title: str) -> None:
    valley = _valley(rng, canvas.width)
    field = heights(rng, canvas.width, valley)
    canvas.sheet.paste(tinted(field, canvas.sheet.size, rng.choice(TINTS)))
    border = _border(rng, canvas.width)
    _outside(canvas, border)
    _waters(canvas, rng, valley)
    towns = _towns(rng, canvas.width, valley)
    _roads(canvas, rng, towns)
    for i, (x, y) in enumerate(towns):
        settlement(canvas, x, y, 11 if i == 2 else 8)
    pin(canvas.at(*towns[2]))
    margin(canvas)
    rose(canvas.at(canvas.width - 130, 150))
    cartouche(canvas, title or "Mapa del distrito")


def _valley(rng: Random, width: float) -> Line:
    """The main river, from the upper right to the lower left, as rivers run to the sea."""
    posts = []
    for i in range(7):
        share = i / 6
        sway = rng.uniform(-85, 85) if 0 < i < 6 else 0
        posts.append((width * (1.06 - 1.12 * share) + sway, 60 + 860 * share + sway * 0.9))
    return smooth(posts, 12)[::-1]


def _border(rng: Random, width: float) -> Line:
    """The limit of the district: a closed broken line about the middle of the sheet."""
    posts = []
    for i in range(13):
        turn, reach = 2 * pi * i / 13, rng.uniform(0.8, 1.1)
        posts.append((width * (0.5 + 0.36 * reach * cos(turn)), HEIGHT * (0.49 + 0.37 * reach * sin(turn))))
    return chain(rng, [*posts, posts[0]], 0.14, 4)


def _outside(canvas: Canvas, border: Line) -> None:
    """The land beyond the limit, paler, and the limit itself."""
    whole = canvas.sheet.copy()
    canvas.rect(0, 0, canvas.width, HEIGHT, fade(CREAM, 0.62))
    with canvas.inside(border):
        canvas.sheet.paste(whole, (round(canvas.x), round(canvas.y)))
    canvas.line(border, fade(WHITE, 0.65), 13)
    dashes(canvas, border, NIGHT_INK, 4)


def _waters(canvas: Canvas, rng: Random, valley: Line) -> None:
    for share in (0.3, 0.52, 0.74):
        foot = valley[int(len(valley) * share)]
        side = rng.choice((-1, 1))
        head = foot[0] + rng.uniform(60, 200), foot[1] + side * rng.uniform(170, 290)
        canvas.line(smooth(chain(rng, [foot, head], 0.3, 2), 8), RIVER, 4.5)
        canvas.oval(*head, rng.uniform(18, 34), rng.uniform(11, 20), RIVER)
    canvas.line(valley, light(RIVER, 0.55), 17)
    canvas.line(valley, RIVER, 11)


def _towns(rng: Random, width: float, valley: Line) -> Line:
    """Five villages from left to right, a little way from the river."""
    towns = []
    for i in range(5):
        x = width * (0.24 + 0.13 * i + rng.uniform(-0.03, 0.03))
        towns.append((x, height_at(valley, x) + rng.choice((-1, 1)) * rng.uniform(55, 120)))
    return towns


def _roads(canvas: Canvas, rng: Random, towns: Line) -> None:
    road = smooth([(-20, towns[0][1] + 60), *chain(rng, towns, 0.25, 1), (canvas.width + 20, towns[-1][1] - 90)], 8)
    canvas.line(road, CREAM, 11)
    canvas.line(road, ROAD, 6)
    for town in rng.sample(towns, 3):
        end = town[0] + rng.uniform(-130, 130), town[1] + rng.choice((-1, 1)) * rng.uniform(130, 210)
        dashes(canvas, smooth(chain(rng, [town, end], 0.3, 2), 6), dark(ROAD, 0.3), 3.4)
