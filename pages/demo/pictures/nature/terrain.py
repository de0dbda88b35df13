"""Land far and near: ranges one before the other, hills, open ground."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line, broken, chain, smooth
from pages.demo.pictures.palette import NIGHT_INK, Colour, Palette, dark, fade, light, mix

MARGIN = 120


def crest(rng: Random, width: float, level: float, rise: float, peaks: int) -> Line:
    """The broken skyline of a range: `peaks` summits up to `rise` above `level`, with passes between them."""
    count = 2 * peaks + 1
    step = (width + 2 * MARGIN) / (count - 1)
    posts = []
    for i in range(count):
        lift = rng.uniform(0.55, 1.0) if i % 2 else rng.uniform(0.0, 0.35)
        posts.append((-MARGIN + step * (i + rng.uniform(-0.25, 0.25)), level - rise * lift))
    return chain(rng, posts, 0.16, 4)


def rolling(rng: Random, width: float, level: float, rise: float, hills: int) -> Line:
    """The smooth skyline of hills."""
    step = (width + 2 * MARGIN) / (hills + 1)
    places = [-MARGIN + step * (i + (rng.uniform(-0.3, 0.3) if 0 < i <= hills else 0)) for i in range(hills + 2)]
    return smooth([(x, level - rise * rng.uniform(0.0, 1.0)) for x in places], 14)


def body(line: Line, floor: float) -> Line:
    return [*line, (line[-1][0], floor), (line[0][0], floor)]


def land(canvas: Canvas, line: Line, palette: Palette, nearness: float, *, mist: float = 0.35) -> None:
    """Everything under a skyline, paler towards its foot by `mist`, as the air between hills makes it."""
    tone = palette.depth(nearness)
    floor = min(HEIGHT, min(y for _, y in line) + 420)
    foot = mix(tone, palette.haze, mist)
    canvas.shade(body(line, floor), light(tone, 0.04), foot)
    canvas.rect(0, floor, canvas.width, HEIGHT - floor, foot)


def flanks(canvas: Canvas, rng: Random, line: Line, palette: Palette, strength: float = 0.16) -> None:
    """The side of each summit that is turned from the sun, in shadow."""
    tops = [i for i in range(8, len(line) - 8) if line[i][1] == min(y for _, y in line[i - 8 : i + 9])]
    for top in tops:
        foot = next((i for i in range(top + 1, len(line) - 1) if line[i + 1][1] < line[i][1] - 6), len(line) - 1)
        apex, end = line[top], line[foot]
        drop = (end[1] - apex[1]) * rng.uniform(1.1, 1.5) + 30
        spine = broken(rng, (end[0] - (end[0] - apex[0]) * 0.55, apex[1] + drop), apex, 0.3, 3)
        canvas.polygon([*line[top : foot + 1], *spine], fade(dark(palette.near, 0.2), strength))


def ranges(
    canvas: Canvas, rng: Random, palette: Palette, top: float, bottom: float, count: int, nearest: float
) -> None:
    """`count` ranges one before the other between two heights; the last has the given nearness (0 to 1)."""
    for i in range(count):
        share = i / max(1, count - 1)
        level, rise = top + (bottom - top) * share, 190 - 90 * share
        line = crest(rng, canvas.width, level, rise, rng.randint(3, 5) + i)
        land(canvas, line, palette, nearest * share, mist=0.75 - 0.35 * share)
        flanks(canvas, rng, line, palette, 0.06 + 0.12 * share)


def meadow(canvas: Canvas, line: Line, palette: Palette, tone: Colour, floor: float = HEIGHT) -> None:
    """Ground of one colour under a skyline, lit at its top."""
    canvas.shade(body(line, floor), light(palette.lit(tone), 0.10), palette.lit(dark(tone, 0.25)))


def brow(canvas: Canvas, line: Line, ink: Colour = NIGHT_INK) -> None:
    """The nearest ground, a plain silhouette."""
    canvas.polygon(body(line, HEIGHT + 20), ink)
