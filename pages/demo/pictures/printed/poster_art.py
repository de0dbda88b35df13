"""The picture of a poster, in its few inks: mountains, dancers, music, or the sign of a campaign."""

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.hours import DAWN, DAY, choose
from pages.demo.pictures.nature.peaks import massif
from pages.demo.pictures.nature.terrain import crest, rolling
from pages.demo.pictures.palette import Colour, fade, light, mix
from pages.demo.pictures.printed.campaign_signs import Emblem
from pages.demo.pictures.printed.feast_signs import panpipes, square_cross
from pages.demo.pictures.town.festive import bunting, cut_paper
from pages.demo.pictures.town.people import man, woman


@dataclass(frozen=True)
class Inks:
    """The few inks of one poster."""

    ground: Colour
    type: Colour
    strong: Colour
    warm: Colour
    deep: Colour


@dataclass(frozen=True)
class Panel:
    """A rectangle of the sheet, in units."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def corners(self) -> list[tuple[float, float]]:
        right, foot = self.x + self.wide, self.y + self.high
        return [(self.x, self.y), (right, self.y), (right, foot), (self.x, foot)]


def _sunburst(canvas: Canvas, art: Panel, x: float, y: float, one: Colour, other: Colour) -> None:
    canvas.rect(art.x, art.y, art.wide, art.high, one)
    far = art.wide + art.high
    for i in range(0, 36, 2):
        a, b = 2 * pi * i / 36, 2 * pi * (i + 1) / 36
        canvas.polygon([(x, y), (x + far * cos(a), y + far * sin(a)), (x + far * cos(b), y + far * sin(b))], other)


def mountains(canvas: Canvas, rng: Random, art: Panel, inks: Inks) -> None:
    """A great sun with rays behind a snow peak."""
    palette = choose(DAWN, rng)
    x, y, foot = art.x + art.wide * 0.5, art.y + art.high * 0.42, art.y + art.high
    _sunburst(canvas, art, x, y, inks.deep, mix(inks.deep, inks.strong, 0.5))
    radius = min(art.wide, art.high) * 0.3
    canvas.oval(x, y, radius * 1.12, radius * 1.12, mix(inks.strong, inks.warm, 0.5))
    canvas.oval(x, y, radius, radius, inks.warm)
    peak = (x + art.wide * rng.uniform(-0.12, 0.12), y - radius * 0.25)
    massif(
        canvas,
        rng,
        palette,
        [peak, (peak[0] - art.wide * 0.34, y + 70), (peak[0] + art.wide * 0.36, y + 40)],
        foot - 60,
        0.42,
    )
    for i, share in enumerate((0.78, 0.86, 0.94)):
        line = rolling(rng, canvas.width, art.y + art.high * share, 60, 4)
        canvas.polygon(
            [*line, (canvas.width + 200, foot + 9), (-200, foot + 9)],
            mix(inks.strong, inks.deep, 0.4 + 0.3 * i),
        )


def dancers(canvas: Canvas, rng: Random, art: Panel, inks: Inks) -> None:
    """Dancers under cut paper, before the sun."""
    x, foot = art.x + art.wide / 2, art.y + art.high
    _sunburst(canvas, art, x, foot - art.high * 0.38, inks.strong, mix(inks.strong, inks.warm, 0.3))
    radius = min(art.wide, art.high) * 0.4
    canvas.oval(x, foot - art.high * 0.38, radius, radius, light(inks.warm, 0.2))
    line = crest(rng, canvas.width, foot - art.high * 0.2, art.high * 0.16, 5)
    canvas.polygon([*line, (canvas.width + 200, foot), (-200, foot)], mix(inks.deep, inks.strong, 0.35))
    canvas.rect(art.x, foot - art.high * 0.1, art.wide, art.high * 0.1, inks.deep)
    size, palette = art.high * 0.0046, choose(DAY, rng)
    for i, dancer in enumerate((woman, man, woman)):
        spot = canvas.at(
            x + (i - 1) * 46 * size,
            foot - art.high * (0.045 + 0.02 * (i != 1)),
            size * (1.1 if i == 1 else 1),
            flip=i == 2,
        )
        spot.line([(12, -70), (28, -92), (33, -104)], (244, 235, 215), 4)
        dancer(spot, rng, palette)
    cut_paper(canvas, rng, [(art.x - 20, art.y + 40), (x, art.y + 120), (art.x + art.wide + 20, art.y + 30)])


def music(canvas: Canvas, rng: Random, art: Panel, inks: Inks) -> None:
    """Panpipes or the stepped cross in a great ring of petals."""
    x, y, radius = art.x + art.wide / 2, art.y + art.high / 2, min(art.wide, art.high) * 0.33
    canvas.rect(art.x, art.y, art.wide, art.high, inks.deep)
    _petals(canvas, x, y, radius * 1.45, 28, mix(inks.deep, inks.strong, 0.55))
    _petals(canvas, x, y, radius * 1.2, 28, inks.strong)
    canvas.oval(x, y, radius, radius, inks.warm)
    canvas.oval(x, y, radius * 0.9, radius * 0.9, light(inks.warm, 0.75))
    rng.choice((panpipes, square_cross))(canvas.at(x, y, radius / 140))
    bunting(canvas, rng, [(art.x - 20, art.y + 20), (x, art.y + 66), (art.x + art.wide + 20, art.y + 20)])


def _petals(canvas: Canvas, x: float, y: float, reach: float, count: int, ink: Colour) -> None:
    for i in range(count):
        turn = 2 * pi * i / count
        canvas.oval(x + reach * 0.8 * cos(turn), y + reach * 0.8 * sin(turn), reach * 0.12, reach * 0.12, ink)
    canvas.oval(x, y, reach * 0.8, reach * 0.8, ink)


def medallion(canvas: Canvas, rng: Random, art: Panel, inks: Inks, emblem: Emblem) -> None:
    """A sign in a great disc over waves of hills."""
    x, y, foot = art.x + art.wide / 2, art.y + art.high * 0.47, art.y + art.high
    radius = min(art.wide, art.high) * 0.36
    canvas.rect(art.x, art.y, art.wide, art.high, mix(inks.ground, inks.strong, 0.22))
    for ring in (1.9, 1.6, 1.3):
        canvas.oval(x, y, radius * ring, radius * ring, fade(inks.warm, 0.16))
    for i in range(4):
        line = rolling(rng, canvas.width, foot - art.high * (0.24 - 0.07 * i), 70, 3)
        canvas.polygon([*line, (canvas.width + 200, foot + 9), (-200, foot + 9)], mix(inks.strong, inks.deep, i / 3))
    canvas.oval(x, y + 8, radius, radius, fade(inks.deep, 0.35))
    canvas.oval(x, y, radius, radius, inks.deep)
    canvas.hoop(x, y, radius * 0.93, radius * 0.93, inks.warm, 5)
    emblem(canvas.at(x, y, radius / 152))
