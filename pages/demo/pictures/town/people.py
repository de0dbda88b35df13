"""People, small and drawn with few strokes."""

from random import Random

from pages.demo.pictures.curves import points, smooth
from pages.demo.pictures.palette import CLOTHS, GOLD, NIGHT_INK, WHITE, Colour, Palette, dark, light, rgb
from pages.demo.pictures.pen import Pen

SKINS = tuple(map(rgb, ("a26b47", "b97f56", "8f5b3b", "c79268")))
HAIR = points("-10.5,-84 -11,-94 -4,-100 5,-100 11,-93 10.5,-84 6,-91 -5,-92 -10.5,-84")
STRAW, FELT = rgb("e8cf96"), rgb("5a3b2c")


def woman(pen: Pen, rng: Random, palette: Palette) -> None:
    """In hat, shawl and wide skirt; 100 high, her feet on (0, 0)."""
    skirt, shawl = (palette.lit(cloth) for cloth in rng.sample(CLOTHS, 2))
    pen.line([(-6, -14), (-6, 0)], NIGHT_INK, 5)
    pen.line([(6, -14), (6, 0)], NIGHT_INK, 5)
    pen.polygon([(-11, -56), (11, -56), (24, -12), (-24, -12)], skirt)
    pen.polygon([(-22, -20), (22, -20), (24, -12), (-24, -12)], light(skirt, 0.45))
    pen.polygon(smooth([(-13, -76), (0, -80), (13, -76), (19, -48), (0, -40), (-19, -48)], 5), shawl)
    pen.line([(-16, -56), (0, -48), (16, -56)], light(shawl, 0.55), 3)
    _head(pen, palette, rng.choice(SKINS))
    pen.line([(8, -84), (11, -62)], NIGHT_INK, 3)
    _hat(pen, palette.lit(rng.choice((STRAW, FELT, WHITE))))


def man(pen: Pen, rng: Random, palette: Palette) -> None:
    """In poncho and hat; 100 high, his feet on (0, 0)."""
    poncho, legs = palette.lit(rng.choice(CLOTHS)), palette.lit(rgb("33384d"))
    for x in (-7, 7):
        pen.line([(x, -34), (x, 0)], legs, 8)
    pen.polygon([(-12, -78), (12, -78), (22, -30), (-22, -30)], poncho)
    for share in (0.25, 0.55):
        half, y = 12 + 10 * share, -78 + 48 * share
        pen.line([(-half, y), (half, y)], light(poncho, 0.5), 3)
    _head(pen, palette, rng.choice(SKINS))
    _hat(pen, palette.lit(rng.choice((STRAW, FELT))))


def child(pen: Pen, rng: Random, palette: Palette) -> None:
    """In school uniform with a bag; 100 high as the others: give it a smaller scale."""
    grey, shirt = palette.lit(rgb("5a6175")), palette.lit(rng.choice((rgb("a8323a"), WHITE, rgb("2f5d8a"))))
    girl = rng.random() < 0.5
    for x in (-8, 8):
        pen.line([(x, -36), (x, 0)], palette.lit(rng.choice(SKINS)) if girl else grey, 9)
    hem = 21 if girl else 14
    pen.polygon([(-14, -46), (14, -46), (hem, -24), (-hem, -24)], grey)
    pen.rect(-16, -78, 32, 36, shirt, radius=7)
    pen.rect(-23, -74, 10, 28, palette.lit(rng.choice(CLOTHS)), radius=4)
    pen.line([(14, -72), (25, -52)], shirt, 8)
    _head(pen, palette, rng.choice(SKINS))
    pen.polygon(smooth(HAIR, 4), NIGHT_INK)
    for x in (-11, 11) if girl else ():
        pen.oval(x, -80, 3.2, 6, NIGHT_INK)


def worker(pen: Pen, rng: Random, palette: Palette) -> None:
    """In helmet and reflecting vest; 100 high."""
    for x in (-7, 7):
        pen.line([(x, -40), (x, 0)], palette.lit(rgb("34506e")), 9)
    pen.rect(-15, -78, 30, 42, palette.lit(rgb("f07f1f")), radius=6)
    for y in (-66, -50):
        pen.rect(-15, y, 30, 5, rgb("f6f2b0"))
    reach = rng.choice(((26, -46), (28, -76), (20, -42)))
    pen.line([(13, -72), reach], palette.lit(rgb("f07f1f")), 7)
    _head(pen, palette, rng.choice(SKINS))
    pen.slice(0, -87, 13, 180, 360, palette.lit(GOLD))
    pen.rect(-16, -89, 32, 4, palette.lit(GOLD), radius=2)


def _head(pen: Pen, palette: Palette, skin: Colour) -> None:
    pen.rect(-3.5, -80, 7, 8, palette.lit(dark(skin, 0.15)))
    pen.oval(0, -86, 9.5, 11, palette.lit(skin))
    for x in (-3.6, 3.6):
        pen.oval(x, -85, 1.1, 1.4, NIGHT_INK)
    pen.line([(-2.4, -80), (0, -79.2), (2.4, -80)], palette.lit(dark(skin, 0.45)), 0.9)


def _hat(pen: Pen, felt: Colour) -> None:
    pen.oval(0, -92, 20, 4.5, dark(felt, 0.18))
    pen.polygon(smooth([(-11, -93), (-9, -106), (0, -108), (9, -106), (11, -93)], 4), felt)
    pen.line([(-10.5, -95), (10.5, -95)], dark(felt, 0.5), 3)


def crowd(pen: Pen, rng: Random, palette: Palette, spots: list[tuple[float, float]], tall: float) -> None:
    """Women and men at the spots, the farthest first; `tall` in units for one at hand."""
    for x, y in sorted(spots, key=lambda spot: spot[1]):
        place = pen.at(x, y, tall / 100 * rng.uniform(0.92, 1.06), flip=rng.random() < 0.5)
        place.oval(0, 0, 24, 4, (*NIGHT_INK, 60))
        rng.choice((woman, woman, man))(place, rng, palette)
