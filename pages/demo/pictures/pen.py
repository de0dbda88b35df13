"""The pen: draws shapes in units of its own, wherever it stands on a sheet."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageDraw

from pages.demo.pictures.curves import Point
from pages.demo.pictures.palette import Colour, Ink
from pages.lettering import face


def column(stops: Sequence[Colour], size: tuple[int, int]) -> Image.Image:
    """A vertical gradient through the colours, of `size` pixels."""
    strip = Image.new("RGB", (1, len(stops)))
    strip.putdata(stops)
    tall = strip.resize((1, size[1]), Image.Resampling.BILINEAR, box=(0, 0.5, 1, len(stops) - 0.5))
    return tall.resize(size, Image.Resampling.NEAREST)


class Pen:
    """Draws in its own place: (0, 0) is where it stands, one unit is `scale` pixels, `side` -1 looks left."""

    def __init__(self, sheet: Image.Image, x: float, y: float, scale: float, side: int = 1) -> None:
        self.sheet, self.x, self.y, self.scale, self.side = sheet, x, y, scale, side
        self.brush = ImageDraw.Draw(sheet, "RGBA")

    def at(self, x: float, y: float, scale: float = 1.0, *, flip: bool = False) -> "Pen":
        """A pen that stands at (x, y) of this one, for things drawn in units of their own."""
        px, py = self._spot((x, y))
        return Pen(self.sheet, px, py, self.scale * scale, -self.side if flip else self.side)

    def _spot(self, point: Point) -> Point:
        return self.x + point[0] * self.scale * self.side, self.y + point[1] * self.scale

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> list[float]:
        (ax, ay), (bx, by) = self._spot((x0, y0)), self._spot((x1, y1))
        return [min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)]

    def _thick(self, width: float) -> int:
        return max(1, round(width * self.scale))

    def polygon(self, points: Sequence[Point], fill: Ink) -> None:
        self.brush.polygon([self._spot(point) for point in points], fill=fill)

    def rect(self, x: float, y: float, wide: float, high: float, fill: Ink, *, radius: float = 0.0) -> None:
        """A rectangle from its upper left corner, with rounded corners if a radius is given."""
        box = self._box(x, y, x + wide, y + high)
        self.brush.rounded_rectangle(box, radius * self.scale, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Ink) -> None:
        """An ellipse about its centre."""
        self.brush.ellipse(self._box(x - rx, y - ry, x + rx, y + ry), fill=fill)

    def hoop(self, x: float, y: float, rx: float, ry: float, ink: Ink, width: float) -> None:
        """The outline of an ellipse."""
        self.brush.ellipse(self._box(x - rx, y - ry, x + rx, y + ry), outline=ink, width=self._thick(width))

    def slice(self, x: float, y: float, radius: float, start: float, end: float, fill: Ink) -> None:
        """A slice of a disc; angles in degrees, clockwise from the right."""
        box = self._box(x - radius, y - radius, x + radius, y + radius)
        self.brush.pieslice(box, start, end, fill=fill)

    def line(self, points: Sequence[Point], ink: Ink, width: float = 1.0) -> None:
        self.brush.line([self._spot(p) for p in points], fill=ink, width=self._thick(width), joint="curve")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        ink: Ink,
        *,
        weight: str = "Bold",
        anchor: str = "ls",
    ) -> None:
        """One line of text; `size` in units, `anchor` as Pillow names it (left, baseline: `ls`)."""
        self.brush.text(self._spot((x, y)), words, ink, face(weight, self._thick(size)), anchor=anchor)

    def shade(self, points: Sequence[Point], *stops: Colour) -> None:
        """Fills a shape with a vertical gradient, from its own top to its own bottom."""
        with self.inside(points):
            self.sheet.paste(column(stops, self.sheet.size))

    @contextmanager
    def inside(self, points: Sequence[Point]) -> Iterator[None]:
        """What this pen draws in here, itself or through pens it makes meanwhile, stays within the shape."""
        spots = [self._spot(point) for point in points]
        left, top = (math.floor(min(axis)) for axis in zip(*spots, strict=True))
        right, bottom = (math.ceil(max(axis)) + 1 for axis in zip(*spots, strict=True))
        whole, at = self.sheet, (left, top)
        self._move(whole.crop((left, top, right, bottom)), -left, -top)
        yield
        mask = Image.new("L", self.sheet.size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in spots], fill=255)
        whole.paste(self.sheet, at, mask)
        self._move(whole, left, top)

    def _move(self, sheet: Image.Image, x: int, y: int) -> None:
        """Goes on drawing on another sheet, whose corner is at (-x, -y) of this one."""
        self.sheet, self.x, self.y = sheet, self.x + x, self.y + y
        self.brush = ImageDraw.Draw(sheet, "RGBA")
