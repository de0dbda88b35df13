"""The relief of a map: a made-up field of heights, tinted by altitude and lit from the north-west."""

from collections.abc import Callable, Sequence
from math import exp
from random import Random

from PIL import Image, ImageChops

from pages.demo.pictures.curves import Line
from pages.demo.pictures.palette import Colour, dark, mix

BANDS = 11
CELLS = 96
Heights = Image.Image


def heights(rng: Random, width: float, valley: Line) -> Heights:
    """Heights from 0 to 1 over a sheet 1000 high, lowest along the valley; a small image of floats."""
    hills = [_hill(rng, width) for _ in range(26)]
    rows = round(CELLS * 1000 / width)
    field = Image.new("F", (CELLS, rows))
    spots = [(width * (i % CELLS + 0.5) / CELLS, 1000 * (i // CELLS + 0.5) / rows) for i in range(CELLS * rows)]
    raw = [sum(hill(x, y) for hill in hills) * _carve(valley, x, y) for x, y in spots]
    low, high = min(raw), max(raw)
    field.putdata([((value - low) / (high - low)) ** 0.8 for value in raw])
    return field


def _hill(rng: Random, width: float) -> Callable[[float, float], float]:
    x0, y0, lift = rng.uniform(0, width), rng.uniform(0, 1000), rng.uniform(0.35, 1.0)
    a, b = rng.uniform(80, 200), rng.uniform(60, 130)
    return lambda x, y: lift * exp(-(((x - x0 + (y - y0) * 0.5) / a) ** 2) - ((y - y0 - (x - x0) * 0.3) / b) ** 2)


def _carve(valley: Line, x: float, y: float) -> float:
    near = min((x - px) ** 2 + (y - py) ** 2 for px, py in valley[::6])
    return 1 - 0.85 * exp(-near / 16000)


def tinted(field: Heights, size: tuple[int, int], tints: Sequence[Colour]) -> Image.Image:
    """The field as bands of colour with contour lines between them, `size` in pixels."""
    tall = field.resize(size, Image.Resampling.BICUBIC).point(lambda v: v * 253 + 1).convert("L")
    tones = [_band(level, tints) for level in range(256)]
    flat = Image.merge("RGB", [tall.point([tone[channel] for tone in tones]) for channel in range(3)])
    return ImageChops.soft_light(flat, _lit(field, size))


def _band(level: int, tints: Sequence[Colour]) -> Colour:
    band, rest = divmod(level * BANDS / 256, 1)
    place = band / (BANDS - 1) * (len(tints) - 1)
    tone = mix(tints[int(place)], tints[min(int(place) + 1, len(tints) - 1)], place % 1)
    return dark(tone, 0.16) if rest < 0.07 else tone


def _lit(field: Heights, size: tuple[int, int]) -> Image.Image:
    """The slopes that look to the upper left bright, the others dark."""
    wide, rows = field.size
    cells = list(field.get_flattened_data())
    slope = Image.new("F", field.size)
    slope.putdata([cells[i] - cells[max(0, i - wide - 1)] for i in range(wide * rows)])
    light = slope.resize(size, Image.Resampling.BICUBIC).point(lambda v: v * 1150 + 132).convert("L")
    return Image.merge("RGB", (light, light, light))
