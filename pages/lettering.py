"""The type on cards, posters and maps: Manrope, an open font (SIL OFL 1.1) from the package `font-manrope`."""

from functools import lru_cache
from importlib.resources import as_file, files

from PIL import ImageFont

LEADING = 1.12
SMALLEST = 8


@lru_cache(maxsize=64)
def face(weight: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The font of a weight (`Regular`, `Medium`, `SemiBold`, `Bold`, `ExtraBold`), at a size in pixels."""
    with as_file(files("font_manrope") / "files" / f"Manrope-{weight}.ttf") as path:
        return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.BASIC)


def breadth(words: str, size: float, weight: str = "Bold") -> float:
    """How wide a line of text is, in the same unit as its size.

    A whole number is taken as pixels and measured as it is drawn, each letter's advance rounded by the hinting.
    """
    if isinstance(size, int):
        return face(weight, size).getlength(words)
    return face(weight, 200).getlength(words) * size / 200


def wrap(words: str, room: float, size: float, weight: str = "Bold") -> list[str]:
    """The text broken into lines no wider than `room`; a single word that is wider stays whole."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(words: str, room: tuple[float, float], largest: float, weight: str = "Bold") -> tuple[float, list[str]]:
    """The size, from `largest` down to `SMALLEST`, at which the text fills no more than `room` (width, height).

    Gives the size and the lines; at the smallest size the text may still overflow.
    """
    size = largest
    while True:
        lines = wrap(words, room[0], size, weight)
        widest = max((breadth(line, size, weight) for line in lines), default=0)
        if size <= SMALLEST or (widest <= room[0] and len(lines) * size * LEADING <= room[1]):
            return size, lines
        size *= 0.93
