"""What is printed over a map: villages, the pin, the margin, the compass, the title."""

from math import cos, pi, sin

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.curves import Line
from pages.demo.pictures.palette import CREAM, NIGHT_INK, RED, WHITE, Colour, dark, fade, light, rgb
from pages.demo.pictures.pen import Pen
from pages.lettering import LEADING, fit


def dashes(canvas: Canvas, line: Line, ink: Colour, width: float) -> None:
    for start in range(0, len(line) - 3, 4):
        canvas.line(line[start : start + 3], ink, width)


def settlement(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.oval(x, y, size + 4, size + 4, NIGHT_INK)
    canvas.oval(x, y, size, size, WHITE)
    canvas.oval(x, y, size * 0.45, size * 0.45, NIGHT_INK)


def pin(pen: Pen) -> None:
    pen.oval(0, 2, 30, 11, fade(NIGHT_INK, 0.35))
    drop = [(46 * cos(t), -112 + 46 * sin(t)) for t in [pi * (-1.18 + 1.36 * i / 30) for i in range(31)]]
    pen.polygon([(0, 0), *drop[::-1]], dark(RED, 0.18))
    pen.polygon([(0, -7), *[(x * 0.9, -112 + (y + 112) * 0.9) for x, y in drop[::-1]]], RED)
    pen.oval(0, -112, 19, 19, WHITE)


def margin(canvas: Canvas) -> None:
    w, edge = canvas.width, 34
    for y in (0, HEIGHT - edge):
        canvas.rect(0, y, w, edge, CREAM)
    for x in (0, w - edge):
        canvas.rect(x, 0, edge, HEIGHT, CREAM)
    for gap, thick in ((edge, 3), (edge - 12, 1.4)):
        right, foot = w - gap, HEIGHT - gap
        canvas.line([(gap, gap), (right, gap), (right, foot), (gap, foot), (gap, gap)], NIGHT_INK, thick)
    for i in range(int((w - 2 * edge) // 100)):
        for y in (edge - 12, HEIGHT - edge):
            canvas.rect(edge + i * 100, y, 50, 12, NIGHT_INK)


def rose(pen: Pen) -> None:
    """The compass, north up."""
    pen.oval(0, 0, 62, 62, fade(CREAM, 0.9))
    pen.hoop(0, 0, 62, 62, NIGHT_INK, 2.5)
    for turn in range(8):
        angle, reach = turn * pi / 4, 30 if turn % 2 else 54
        tip = reach * sin(angle), -reach * cos(angle)
        for side, ink in ((-0.4, NIGHT_INK), (0.4, light(RED, 0.1) if turn == 0 else rgb("cbb994"))):
            pen.polygon([(0, 0), (13 * sin(angle + side), -13 * cos(angle + side)), tip], ink)
    pen.text(0, -72, "N", 30, NIGHT_INK, weight="ExtraBold", anchor="ms")


def cartouche(canvas: Canvas, title: str) -> None:
    wide = min(640.0, canvas.width * 0.56)
    size, lines = fit(title, (wide - 70, 120), 46, "ExtraBold")
    high = 84 + len(lines) * size * LEADING
    top = HEIGHT - 64 - high
    canvas.rect(72, top + 8, wide, high, fade(NIGHT_INK, 0.25), radius=10)
    canvas.rect(64, top, wide, high, CREAM, radius=10)
    canvas.rect(64, top, 12, high, RED, radius=4)
    for i, line in enumerate(lines):
        canvas.text(100, top + 30 + size * (0.8 + i * LEADING), line, size, NIGHT_INK, weight="ExtraBold")
    note = "Croquis referencial, sin escala"
    canvas.text(100, top + high - 24, note, 23, dark(rgb("8a7a5a"), 0.2), weight="Medium")
