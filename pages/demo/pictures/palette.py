"""Colours, and what light does to them."""

from dataclasses import dataclass, replace

Colour = tuple[int, int, int]
Ink = tuple[int, int, int] | tuple[int, int, int, int]


def rgb(code: str) -> Colour:
    """The colour of a six-digit hexadecimal code, with or without `#`."""
    code = code.lstrip("#")
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return red, green, blue


def fade(colour: Ink, opacity: float) -> Ink:
    """`colour` as a translucent ink; `opacity` from 0 to 1."""
    return (*colour[:3], round(255 * opacity))


def light(colour: Ink, share: float = 0.25) -> Colour:
    return mix(colour, WHITE, share)


def dark(colour: Ink, share: float = 0.25) -> Colour:
    return mix(colour, NIGHT_INK, share)


WHITE = rgb("fffdf6")
CREAM = rgb("f7ecd6")
NIGHT_INK = rgb("14172b")
RED = rgb("c4302b")
GOLD = rgb("f2b134")
CLOTHS = tuple(map(rgb, ("c4302b", "d9487d", "2f6db5", "1f8a70", "e58a1f", "6f3f9e", "f2b134", "134e6f")))


@dataclass(frozen=True)
class Palette:
    """The light of one hour: the sky from top to horizon, the air between, and what it does to things.

    `ambient` is the colour of the light, `dim` (0 to 1) how strongly it stains what it falls on.
    """

    sky: tuple[Colour, ...]
    sun: Colour
    far: Colour
    near: Colour
    ambient: Colour
    dim: float
    crops: tuple[Colour, ...]

    @property
    def haze(self) -> Colour:
        return self.sky[-1]

    def depth(self, nearness: float) -> Colour:
        """The colour of bare land, from the farthest (0) to the nearest (1)."""
        return mix(self.far, self.near, nearness)

    def lit(self, colour: Ink, distance: float = 0.0) -> Colour:
        """`colour` as this light shows it, from a `distance` of 0 (at hand) to 1 (lost in the haze)."""
        return mix(mix(colour, self.ambient, self.dim), self.far, distance)

    def under(self, ambient: Colour, dim: float) -> "Palette":
        """The same hour where another light falls: by a lamp, in a shadow, indoors."""
        return replace(self, ambient=ambient, dim=dim)
