"""Houses of adobe and tile."""

from dataclasses import dataclass
from random import Random

from pages.demo.pictures.palette import GOLD, Colour, Palette, dark, light, rgb
from pages.demo.pictures.pen import Pen

WALLS = tuple(map(rgb, ("f4ead5", "e9d3ab", "dcb98a", "f0dfc4", "cfa97c", "f3e7e0")))
ROOFS = tuple(map(rgb, ("b5533c", "a3452f", "c4694a", "944032")))
WOOD, GLASS = rgb("6e4630"), rgb("2f4a5e")
BLUES = tuple(map(rgb, ("3f6f8f", "2f7d6b", "8a4b3a", "5b6f3a")))


@dataclass(frozen=True)
class Paint:
    """The colours of one building, as the light of the hour shows them; `glass` is lit at night."""

    wall: Colour
    roof: Colour
    trim: Colour
    glass: Colour


def paint(rng: Random, palette: Palette, distance: float = 0.0) -> Paint:
    night = palette.dim > 0.3 and rng.random() < 0.7
    glass = light(GOLD, 0.25) if night else palette.lit(GLASS, distance)
    wall, roof = palette.lit(rng.choice(WALLS), distance), palette.lit(rng.choice(ROOFS), distance)
    return Paint(wall, roof, palette.lit(rng.choice(BLUES), distance), glass)


def house(pen: Pen, rng: Random, look: Paint) -> None:
    """A house seen from a corner: its gable 70 wide and its long side; it stands on (0, 0)."""
    long, high = rng.uniform(85, 150), rng.uniform(52, 66)
    apex, end = (35, -high - 34), 70 + long
    pen.polygon([(0, 0), (0, -high), apex, (70, -high), (70, 0)], look.wall)
    pen.polygon([(70, 0), (70, -high), (end, -high), (end, 0)], dark(look.wall, 0.2))
    pen.rect(0, -9, 70, 9, dark(look.wall, 0.35))
    pen.rect(70, -9, long, 9, dark(look.wall, 0.45))
    _door(pen, 27, 30, look)
    windows = int(long // 42)
    for i in range(windows):
        _window(pen, 70 + long * (i + 0.5) / windows - 9, -high + 14, 18, 22, look)
    _tiles(pen, apex, end, high, look.roof)


def _tiles(pen: Pen, apex: tuple[float, float], end: float, high: float, roof: Colour) -> None:
    top = [(apex[0], apex[1] - 3), (end - 30, apex[1] - 3), (end + 9, -high + 5), (79, -high + 5)]
    pen.polygon(top, roof)
    for i in range(1, 13):
        share = i / 13
        x0, x1 = top[0][0] + (top[1][0] - top[0][0]) * share, top[3][0] + (top[2][0] - top[3][0]) * share
        pen.line([(x0, top[0][1]), (x1, top[2][1])], dark(roof, 0.22), 1.6)
    pen.line([(-9, -high + 7), (apex[0], apex[1] - 1), (79, -high + 5)], dark(roof, 0.3), 6)
    pen.line(top[:2], light(roof, 0.25), 5)


def _door(pen: Pen, x: float, tall: float, look: Paint) -> None:
    pen.rect(x - 2, -tall - 3, 22, tall + 3, light(look.wall, 0.3))
    pen.rect(x, -tall, 18, tall, look.trim)
    pen.line([(x + 9, -tall), (x + 9, 0)], dark(look.trim, 0.35), 1.4)


def _window(pen: Pen, x: float, y: float, wide: float, tall: float, look: Paint) -> None:
    pen.rect(x - 3, y - 3, wide + 6, tall + 6, look.trim)
    pen.rect(x, y, wide, tall, look.glass)
    pen.line([(x + wide / 2, y), (x + wide / 2, y + tall)], look.trim, 2)
    pen.line([(x, y + tall / 2), (x + wide, y + tall / 2)], look.trim, 2)


def village(
    pen: Pen,
    rng: Random,
    palette: Palette,
    spots: list[tuple[float, float]],
    scale: float,
    distance: float = 0.0,
) -> None:
    """Houses at the spots, the farthest first."""
    for x, y in sorted(spots, key=lambda spot: spot[1]):
        size = scale * rng.uniform(0.85, 1.15)
        house(pen.at(x, y, size, flip=rng.random() < 0.5), rng, paint(rng, palette, distance))
