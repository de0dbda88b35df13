"""What is overhead on a clear day or night: light, sun, moon, stars."""

from math import pi, sin
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import blob
from pages.demo.pictures.palette import WHITE, Colour, Palette, fade, light, mix


def sky(canvas: Canvas, palette: Palette, horizon: float) -> None:
    """The whole sheet in the colours of the hour, the lightest at the horizon."""
    canvas.wash(0, horizon, *palette.sky)
    canvas.wash(horizon, HEIGHT, palette.haze, palette.haze)


def sun(canvas: Canvas, palette: Palette, x: float, y: float, radius: float) -> None:
    canvas.glow(x, y, radius * 7, palette.sun, 0.75)
    for ring, strength in ((2.1, 0.13), (1.55, 0.20)):
        canvas.oval(x, y, radius * ring, radius * ring, fade(palette.sun, strength))
    canvas.oval(x, y, radius, radius, palette.sun)


def moon(canvas: Canvas, palette: Palette, rng: Random, x: float, y: float, radius: float) -> None:
    """A full moon with its seas."""
    canvas.glow(x, y, radius * 6, palette.sun, 0.5)
    canvas.oval(x, y, radius, radius, palette.sun)
    sea = mix(palette.sun, palette.sky[1], 0.22)
    for _ in range(5):
        turn, far, size = rng.uniform(0, 2 * pi), rng.uniform(0.1, 0.6), rng.uniform(0.10, 0.24) * radius
        canvas.polygon(blob(rng, x + radius * far * sin(turn), y + radius * far * sin(turn + 1.6), size, size), sea)


def stars(canvas: Canvas, rng: Random, count: int, floor: float, ink: Colour = WHITE) -> None:
    """Stars of all sizes down to the height `floor`; the largest shine in a cross."""
    for _ in range(count):
        x, y, size = rng.uniform(0, canvas.width), rng.uniform(0, floor), 0.6 + 2.0 * rng.random() ** 6
        canvas.oval(x, y, size, size, fade(ink, rng.uniform(0.35, 1) * (1 - 0.6 * y / floor)))
        if size > 2.35:
            _sparkle(canvas, x, y, size * 4.5, ink)


def _sparkle(canvas: Canvas, x: float, y: float, reach: float, ink: Colour) -> None:
    canvas.glow(x, y, reach * 2, ink, 0.35)
    waist = reach * 0.1
    posts = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
    star = [
        (x + (waist if i % 2 else reach) * dx, y + (waist if i % 2 else reach) * dy) for i, (dx, dy) in enumerate(posts)
    ]
    canvas.polygon(star, ink)


def milky_way(canvas: Canvas, palette: Palette, rng: Random, floor: float) -> None:
    """A river of light across the sky, with its dust and its crowd of small stars."""
    foot, lean = rng.uniform(0.15, 0.4) * canvas.width, rng.uniform(0.35, 0.6) * canvas.width

    def spot(along: float, off: float) -> tuple[float, float]:
        return foot + lean * along + off + 40 * sin(along * 5), floor * (1 - along * 1.1)

    for _ in range(46):
        x, y = spot(rng.random(), rng.gauss(0, 30))
        canvas.glow(x, y, rng.uniform(70, 170), light(palette.sky[-1], rng.uniform(0.1, 0.5)), rng.uniform(0.06, 0.2))
    for _ in range(26):
        x, y = spot(rng.random(), rng.gauss(0, 18))
        canvas.glow(x, y, rng.uniform(50, 120), palette.sky[0], rng.uniform(0.15, 0.4))
    for _ in range(900):
        x, y = spot(rng.random(), rng.gauss(0, 60))
        canvas.oval(x, y, 0.8, 0.8, fade(WHITE, rng.uniform(0.2, 0.9)))
