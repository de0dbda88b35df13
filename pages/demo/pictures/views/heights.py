"""The high country: a lagoon, snow peaks, the night sky."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, height_at, smooth
from pages.demo.pictures.hours import DAWN, DAY, GOLDEN, NIGHT, choose
from pages.demo.pictures.nature.animals import condor, geese, llama
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.scrub import boulder, ichu
from pages.demo.pictures.nature.sky import milky_way, moon, sky, stars, sun
from pages.demo.pictures.nature.terrain import brow, land, meadow, ranges, rolling
from pages.demo.pictures.nature.trees import grove, quenual
from pages.demo.pictures.nature.water import lagoon
from pages.demo.pictures.nature.weather import clouds, streaks
from pages.demo.pictures.palette import WHITE, Palette, dark, fade, rgb
from pages.demo.pictures.town.houses import village
from pages.demo.pictures.views.backdrop import summits


def lagoon_scene(canvas: Canvas, rng: Random) -> None:
    palette, w, level = choose(rng.choice((DAY, DAY, GOLDEN)), rng), canvas.width, rng.uniform(560, 610)
    sky(canvas, palette, level)
    clouds(canvas, palette, rng, 4, 330, 185)
    massif(canvas, rng, palette, summits(rng, w, rng.choice((2, 3)), 150, 300), level, 0.5)
    for nearness in (0.4, 0.62):
        land(canvas, rolling(rng, w, level + 10 - 40 * nearness, 90, 4), palette, nearness, mist=0.3)
    lagoon(canvas, rng, palette, level)
    shore = smooth([(-100, 800), (w * 0.2, 850), (w * 0.45, 940), (w * 0.75, 985), (w + 100, 940)], 12)
    geese(canvas, rng, w * rng.uniform(0.5, 0.7), rng.uniform(730, 800))
    meadow(canvas, shore, palette, rgb("a99a4e"))
    _tufts(canvas, rng, palette, shore, 70)
    quenual(canvas, rng, palette, w * 0.11, 850, 330)


def _tufts(canvas: Canvas, rng: Random, palette: Palette, shore: Line, count: int) -> None:
    """Ichu and stones over the ground under a line, the nearest last."""
    spots = [(rng.uniform(0, canvas.width), rng.random()) for _ in range(count)]
    for x, near in sorted(spots, key=lambda spot: spot[1]):
        y = height_at(shore, x) + 4 + near * (HEIGHT + 20 - height_at(shore, x))
        if rng.random() < 0.15:
            boulder(canvas, rng, palette.lit(rgb("9a938a")), x, y, 36 + 50 * near)
        else:
            ichu(canvas, rng, palette.lit(rgb("cdb35c")), x, y, 34 + 46 * near)


def snow_peaks(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, GOLDEN, DAWN)), rng), canvas.width
    sky(canvas, palette, 700)
    sun(canvas, palette, w * rng.uniform(0.06, 0.2), rng.uniform(140, 240), 44)
    streaks(canvas, rng, [palette.haze], 7, 300, 60)
    main = (w * rng.uniform(0.48, 0.66), rng.uniform(140, 190))
    massif(canvas, rng, palette, [*summits(rng, w, 3, 260, 370), main], 800, 0.46)
    canvas.veil(560, 820, palette.haze, 0.0, 0.85)
    ranges(canvas, rng, palette, 780, 860, 2, 0.6)
    condor(canvas, dark(palette.near, 0.4), w * rng.uniform(0.2, 0.34), rng.uniform(300, 380), 0.62)
    ridge = smooth([(-100, 940), (w * 0.3, 890), (w * 0.55, 915), (w * 0.8, 870), (w + 100, 900)], 12)
    meadow(canvas, ridge, palette, rgb("8f8446"))
    _tufts(canvas, rng, palette, ridge, 60)
    for i in range(rng.randint(2, 4)):
        x = w * 0.6 + i * rng.uniform(80, 120)
        llama(canvas.at(x, height_at(ridge, x) + 34 + 12 * (i % 2), 0.95, flip=i == 1), rng, palette)


def night_sky(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(NIGHT, rng), canvas.width
    sky(canvas, palette, 800)
    milky_way(canvas, palette, rng, 760)
    stars(canvas, rng, 620, 760)
    moon(canvas, palette, rng, w * rng.uniform(0.72, 0.88), rng.uniform(130, 230), rng.uniform(40, 56))
    canvas.polygon(_trail(w * 0.3, 150), fade(WHITE, 0.7))
    ranges(canvas, rng, palette, 740, 850, 3, 0.75)
    line = rolling(rng, w, 930, 60, 3)
    brow(canvas, line, dark(palette.near, 0.2))
    spots = [(rng.gauss(w * 0.6, 150), rng.uniform(915, 985)) for _ in range(17)]
    for x, y in spots:
        canvas.glow(x, y - 20, 60, rgb("ffb84d"), 0.4)
    village(canvas, rng, palette, spots, 0.5)
    grove(canvas, rng, palette, w * 0.1, 990, 330, 4)


def _trail(x: float, y: float) -> list[tuple[float, float]]:
    return [(x, y), (x - 150, y + 60), (x - 1, y + 3)]
