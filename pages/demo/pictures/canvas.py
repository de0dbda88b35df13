"""The sheet that pictures are drawn on.

Units, whatever the size in pixels: the sheet is 1000 high and `width` wide; x grows to the right and y
downwards. All is drawn at twice the size and brought down at the end, which is what smooths the edges.
"""

from random import Random

from PIL import Image, ImageChops, ImageOps

from pages.demo.pictures.palette import Colour, Ink
from pages.demo.pictures.paper import grain
from pages.demo.pictures.pen import Pen, column

HEIGHT = 1000
FINENESS = 2
EDGE = 177  # where Pillow's radial gradient meets the middle of its sides


class Canvas(Pen):
    """The whole sheet; `finish` gives the picture."""

    def __init__(self, size: tuple[int, int], ground: Ink = (255, 255, 255)) -> None:
        self.size = size
        mode = "RGBA" if len(ground) == 4 else "RGB"
        sheet = Image.new(mode, (size[0] * FINENESS, size[1] * FINENESS), ground)
        super().__init__(sheet, 0, 0, sheet.height / HEIGHT)
        self.width = sheet.width / self.scale

    def approach(self, zoom: float, x: float, y: float) -> None:
        """Comes closer by `zoom` (1 or more) to the place (x, y), each a share from 0 to 1."""
        self.x, self.y = -(zoom - 1) * x * self.sheet.width, -(zoom - 1) * y * self.sheet.height
        self.scale *= zoom

    def wash(self, top: float, bottom: float, *stops: Colour) -> None:
        """A gradient over the whole width, between two heights."""
        self.shade([(0, top), (self.width, top), (self.width, bottom), (0, bottom)], *stops)

    def veil(self, top: float, bottom: float, colour: Colour, start: float, end: float) -> None:
        """Mist over the whole width: its opacity goes from `start` at the top to `end` at the bottom."""
        left, upper, right, lower = self._pixels(top, bottom)
        tones = [(round(255 * tone),) * 3 for tone in (start, end)]
        mask = column(tones, (right - left, lower - upper)).getchannel(0)
        self.sheet.paste(colour, (left, upper, right, lower), mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """A round light that fades to nothing at `radius`."""
        reach = round(radius * self.scale)
        disc = Image.radial_gradient("L").point(
            [round(255 * strength * max(0.0, 1 - v / EDGE) ** 2) for v in range(256)]
        )
        left, top = (round(axis) - reach for axis in self._spot((x, y)))
        self.sheet.paste(colour, (left, top), disc.resize((2 * reach, 2 * reach), Image.Resampling.BILINEAR))

    def reflect(self, level: float, depth: float) -> None:
        """Mirrors what stands above `level` into the `depth` units below it, flattened by half."""
        left, top, right, bottom = self._pixels(level, level + depth)
        tall = min(top, (bottom - top) * 2)
        image = ImageOps.flip(self.sheet.crop((left, top - tall, right, top)))
        self.sheet.paste(image.resize((right - left, bottom - top)), (left, top))

    def _pixels(self, top: float, bottom: float) -> tuple[int, int, int, int]:
        upper, lower = (round(self._spot((0, y))[1]) for y in (top, bottom))
        return 0, upper, self.sheet.width, lower

    def mirror(self) -> None:
        """Turns the whole sheet left to right."""
        self.sheet.paste(ImageOps.mirror(self.sheet))

    def finish(self, rng: Random) -> Image.Image:
        """The picture at its size, with the grain of paper."""
        picture = self.sheet.reduce(FINENESS)
        return ImageChops.soft_light(picture, grain(picture.size, rng))
