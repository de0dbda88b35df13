"""Words laid in lines: as large as fits, and never outside their room."""

from dataclasses import dataclass

from PIL import ImageDraw

from pages.lettering import breadth, face, wrap
from pages.rules.social.cutting import ELLIPSIS, cut
from pages.rules.social.graphemes import graphemes

STEP = 0.95


@dataclass(frozen=True)
class Lines:
    """Lines of one size and weight."""

    lines: list[str]
    size: int
    weight: str
    leading: float

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * self.leading)

    def draw(self, pen: ImageDraw.ImageDraw, at: tuple[float, float], ink: str) -> None:
        """Draw the lines with the top left corner of their box there."""
        for number, line in enumerate(self.lines):
            y = at[1] + number * self.size * self.leading
            pen.text((at[0], y + self.size * (self.leading - 1) / 2), line, ink, face(self.weight, self.size))


def fitted(
    words: str, *, room: int, height: int, largest: float, smallest: float, weight: str, leading: float = 1.14
) -> Lines:
    """The words as large as fits the room; at the smallest size they are cut at the end of a word."""
    pixels, least = round(largest), round(smallest)
    while pixels > least and _rows(words, room, pixels, weight) * pixels * leading > height:
        pixels = max(least, int(pixels * STEP))
    most = max(1, int(height / (pixels * leading)))
    if len(broken(words, room, pixels, weight)) > most:
        words = cut(words, most, lambda text: len(broken(text, room, pixels, weight)))
    return Lines(broken(words, room, pixels, weight), pixels, weight, leading)


def broken(words: str, room: float, size: int, weight: str) -> list[str]:
    """The words in lines no wider than the room; a word that is wider alone is broken."""
    return [part for line in wrap(words, room, size, weight) for part in _parts(line, room, size, weight)]


def one_line(words: str, *, room: int, size: float, weight: str) -> Lines:
    """The words on a single line, cut if they are wider."""
    pixels = round(size)
    short = cut(words, room, lambda text: round(breadth(text, pixels, weight)))
    return Lines([short] if short and short != ELLIPSIS else [], pixels, weight, 1.2)


def _rows(words: str, room: int, size: int, weight: str) -> int:
    """How many lines they take; a great many when a word is wider than the room, so that a smaller size is tried."""
    lines = wrap(words, room, size, weight)
    return len(lines) if all(breadth(line, size, weight) <= room for line in lines) else 1_000


def _parts(line: str, room: float, size: int, weight: str) -> list[str]:
    if breadth(line, size, weight) <= room:
        return [line]
    parts = [""]
    for each in graphemes(line):
        if parts[-1] and breadth(parts[-1] + each, size, weight) > room:
            parts.append("")
        parts[-1] += each
    return parts
