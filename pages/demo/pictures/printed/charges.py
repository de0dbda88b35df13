"""What the shield bears: sky, sun, peaks, river and five stars."""

from math import cos, pi, sin

from pages.demo.pictures.curves import points, smooth
from pages.demo.pictures.palette import GOLD, WHITE, dark, light, mix, rgb
from pages.demo.pictures.pen import Pen

BLUE, GREEN, CRIMSON = rgb("1d4e89"), rgb("3f7d4a"), rgb("a8232e")
SKY, WATER, ROCK = rgb("8cc4de"), rgb("2f86b5"), rgb("4d6a86")


def field(pen: Pen) -> None:
    """The whole of it, for a shield some 600 wide about (0, 0)."""
    pen.shade([(-320, -480), (320, -480), (320, 120), (-320, 120)], dark(SKY, 0.1), SKY, light(SKY, 0.75))
    _sun(pen.at(0, -135))
    pen.polygon([*points("-320,20 -90,-40 0,-10 90,-40 320,20"), (320, 120), (-320, 120)], dark(ROCK, 0.12))
    for x, top, half in ((-150, -165, 250), (158, -140, 240), (0, -70, 190)):
        _peak(pen, x, top, half)
    _meadow(pen)
    _stream(pen)
    pen.rect(-330, -480, 660, 158, CRIMSON)
    pen.rect(-330, -326, 660, 9, GOLD)
    for x in (-184, -92, 0, 92, 184):
        _star(pen, x, -366, 29)


def _meadow(pen: Pen) -> None:
    brow = smooth(points("-320,92 -150,62 0,84 150,60 320,92"), 8)
    pen.shade([*brow, (320, 400), (-320, 400)], light(GREEN, 0.2), dark(GREEN, 0.15))
    for i, y in enumerate((130, 176, 226)):
        furrow = smooth([(-320, y + 14), (-140, y - 12), (0, y + 6), (140, y - 14), (320, y + 12)], 8)
        pen.line(furrow, mix(GREEN, GOLD, 0.55 - i * 0.1), 7)


def _sun(pen: Pen) -> None:
    for i in range(24):
        turn, reach = 2 * pi * i / 24, 186 if i % 2 else 150
        side = [(94 * cos(turn + d), 94 * sin(turn + d)) for d in (-0.1, 0.1)]
        pen.polygon([*side, (reach * cos(turn), reach * sin(turn))], GOLD if i % 2 else dark(GOLD, 0.14))
    pen.oval(0, 0, 104, 104, dark(GOLD, 0.14))
    pen.oval(0, 0, 95, 95, light(GOLD, 0.18))


def _peak(pen: Pen, x: float, top: float, half: float) -> None:
    base = 110
    for side, rock, snow in ((-1, light(ROCK, 0.14), WHITE), (1, dark(ROCK, 0.25), mix(WHITE, SKY, 0.55))):
        pen.polygon([(x, top), (x + side * half, base), (x + 18, base)], rock)
        edge = (base - top) * 0.42
        jag = [
            (x + side * half * 0.42, top + edge),
            (x + side * half * 0.28, top + edge * 0.8),
            (x + side * half * 0.19, top + edge * 1.12),
            (x + side * half * 0.1, top + edge * 0.78),
            (x + 7, top + edge),
        ]
        pen.polygon([(x, top), *jag], snow)


def _stream(pen: Pen) -> None:
    """The river, from the foot of the mountains to the point of the shield."""
    middle = smooth([(6, 80), (-34, 118), (44, 172), (-52, 250), (20, 400)], 12)
    for wide, ink in ((1.35, light(WATER, 0.75)), (1.0, WATER)):
        halves = [(8 + 50 * ((y - 80) / 320) ** 0.8 if y > 80 else 8) * wide for _, y in middle]
        left = [(x - h, y) for (x, y), h in zip(middle, halves, strict=True)]
        right = [(x + h, y) for (x, y), h in zip(middle, halves, strict=True)]
        pen.polygon(left + right[::-1], ink)
    pen.line([(x - 4, y) for x, y in middle[8:]], light(WATER, 0.5), 5)


def _star(pen: Pen, x: float, y: float, reach: float) -> None:
    points = []
    for i in range(10):
        turn, long = pi * i / 5 - pi / 2, reach if i % 2 == 0 else reach * 0.42
        points.append((x + long * cos(turn), y + long * sin(turn)))
    pen.polygon(points, light(GOLD, 0.15))
