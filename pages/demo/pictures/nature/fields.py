"""The patchwork of plots on a valley floor."""

from itertools import pairwise
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line
from pages.demo.pictures.nature.terrain import MARGIN, body
from pages.demo.pictures.palette import Colour, Palette, dark, fade


def fields(canvas: Canvas, rng: Random, palette: Palette, line: Line, floor: float = HEIGHT, rows: int = 7) -> None:
    """A patchwork of plots under a skyline, larger towards the one who looks."""
    with canvas.inside(body(line, floor)):
        top = min(y for _, y in line)
        edges = [top + (floor - top) * (i / rows) ** 1.55 for i in range(rows + 1)]
        for row, (high, low) in enumerate(pairwise(edges)):
            _strip(canvas, rng, palette, high, low, 1 - row / rows)


def _strip(canvas: Canvas, rng: Random, palette: Palette, high: float, low: float, distance: float) -> None:
    tall, centre = low - high, canvas.width * 0.5
    grow, last, x = 1 + tall / 260, 0.0, -MARGIN - rng.uniform(0, 3) * tall
    while x < canvas.width + MARGIN:
        wide, lean = tall * rng.uniform(1.6, 4.4) + 14, rng.uniform(-0.5, 0.5) * tall
        foot, end = centre + (x - centre) * grow + last, centre + (x + wide - centre) * grow + lean
        plot, last = [(x, high - 2), (x + wide, high - 2), (end, low + 3), (foot, low + 3)], lean
        tone = palette.lit(rng.choice(palette.crops), distance * 0.45)
        canvas.polygon(plot, tone)
        _furrows(canvas, rng, plot, fade(dark(tone, 0.3), 0.35 * (1 - distance) + 0.08))
        canvas.line([plot[0], plot[3], plot[2]], fade(dark(tone, 0.45), 0.5), 0.6 + 3.0 * (1 - distance))
        x += wide


def _furrows(canvas: Canvas, rng: Random, plot: Line, ink: Colour) -> None:
    if rng.random() < 0.4:
        return
    (ax, ay), (bx, _), (cx, cy), (dx, _) = plot
    count = rng.randint(5, 11)
    for i in range(1, count):
        share = i / count
        canvas.line([(ax + (bx - ax) * share, ay), (dx + (cx - dx) * share, cy)], ink, 0.7 + (cy - ay) / 70)
