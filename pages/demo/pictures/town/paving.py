"""The floor of a square, and what stands on it: a fountain, a lamp."""

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import smooth
from pages.demo.pictures.palette import NIGHT_INK, WHITE, Palette, dark, fade, light, rgb
from pages.demo.pictures.pen import Pen

PAVING = rgb("d8c3a0")


def pavement(canvas: Canvas, palette: Palette, top: float) -> None:
    """Slabs that run to the middle of the horizon."""
    tone, w = palette.lit(PAVING), canvas.width
    canvas.wash(top, HEIGHT, light(tone, 0.25), tone, dark(tone, 0.12))
    for i in range(-14, 31):
        canvas.line(
            [(w * (0.5 + (i / 16 - 0.5) * 0.9), top), (w * (0.5 + (i / 16 - 0.5) * 2.6), HEIGHT)],
            fade(dark(tone, 0.4), 0.35),
            1.6,
        )
    for i in range(9):
        y = top + (HEIGHT - top) * (i / 9) ** 1.7
        canvas.line([(0, y), (w, y)], fade(dark(tone, 0.4), 0.35), 1 + i * 0.25)


def fountain(pen: Pen, palette: Palette) -> None:
    stone, water = palette.lit(rgb("bfb09a")), palette.lit(rgb("5fb3c9"))
    pen.oval(0, 8, 150, 24, fade(NIGHT_INK, 0.2))
    pen.polygon([(-138, -34), (138, -34), (126, 8), (-126, 8)], stone)
    pen.oval(0, 6, 126, 16, dark(stone, 0.1))
    pen.oval(0, -34, 138, 20, light(stone, 0.3))
    pen.oval(0, -34, 124, 15, water)
    for half, y in ((58, -92), (34, -142)):
        pen.rect(-9, y, 18, 58, stone)
        pen.slice(0, y, half, 0, 180, dark(stone, 0.12))
        pen.oval(0, y, half, 9, light(water, 0.4))
    for side in (-1, 1):
        pen.line(
            smooth([(0, -172), (side * 12, -182), (side * 24, -170), (side * 28, -144)], 6),
            fade(WHITE, 0.85),
            3,
        )
        pen.line(
            smooth([(side * 52, -92), (side * 66, -94), (side * 78, -74), (side * 82, -36)], 6),
            fade(WHITE, 0.75),
            3.4,
        )


def lamp(pen: Pen, palette: Palette) -> None:
    iron = palette.lit(rgb("2d3b3a"))
    pen.rect(-4, -190, 8, 190, iron)
    pen.rect(-11, -18, 22, 18, iron, radius=4)
    pen.line([(-30, -186), (30, -186)], iron, 5)
    for x in (-30, 30, 0):
        y = -198 if x else -214
        pen.oval(x, y, 12, 14, rgb("fff1c2"))
        pen.rect(x - 8, y + 10, 16, 5, iron)
