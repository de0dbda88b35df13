"""An invented coat of arms for the demonstration: mountains, sun, river, five stars and a ribbon.

It stands where an institution will put its own; it is not the arms of any real place.
"""

from PIL import Image

from pages.demo.pictures.canvas import FINENESS, HEIGHT, Canvas
from pages.demo.pictures.curves import Line, smooth
from pages.demo.pictures.palette import GOLD, WHITE, Colour, dark, light
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.printed.charges import BLUE, CRIMSON, GREEN, field


def coat_of_arms(size: tuple[int, int] = (600, 720)) -> Image.Image:
    """The arms on a transparent ground (RGBA), `size` in pixels; drawn for a sheet of 5 by 6."""
    canvas = Canvas(size, (255, 255, 255, 0))
    scale = min(canvas.width / 833, 1.0)
    arms(canvas.at(canvas.width / 2, HEIGHT / 2, scale))
    return canvas.sheet.reduce(FINENESS)


def arms(pen: Pen) -> None:
    """The arms about (0, 0), 833 wide and 1000 high."""
    for flip in (False, True):
        _branch(pen.at(0, 0, flip=flip))
    for grow, ink in ((1.0, dark(GOLD, 0.45)), (0.985, GOLD), (0.945, dark(GOLD, 0.3)), (0.93, BLUE)):
        pen.polygon(_outline(grow), ink)
    with pen.inside(_outline(0.90)):
        field(pen)
    _ribbon(pen)


def _outline(grow: float) -> Line:
    """The edge of the shield: a top of two arcs, straight sides, a round foot with a point."""
    right = smooth([(0, -452), (80, -470), (170, -464), (245, -440), (300, -462)], 8)
    right += smooth([(300, -462), (296, -300), (300, -60), (290, 110), (225, 250), (110, 330), (0, 385)], 12)
    left = [(-x, y) for x, y in reversed(right)]
    return [(x * grow, -40 + (y + 40) * grow) for x, y in right + left]


def _branch(pen: Pen) -> None:
    """A branch of laurel up the right side."""
    stem = smooth([(40, 452), (200, 400), (318, 262), (362, 80), (352, -120), (322, -262)], 10)
    pen.line(stem, dark(GREEN, 0.35), 8)
    for i in range(5, len(stem) - 1, 3):
        (x, y), (nx, ny) = stem[i], stem[i + 1]
        for side, tone in ((-1, dark(GREEN, 0.12)), (1, light(GREEN, 0.12))):
            _leaf(pen, x, y, nx - x, ny - y, side, tone)
    _leaf(pen, *stem[-1], -0.3, -1, 0, light(GREEN, 0.12))


def _leaf(pen: Pen, x: float, y: float, dx: float, dy: float, side: int, tone: Colour) -> None:
    long = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / long, dy / long
    vx, vy = ux * 0.72 - uy * 0.7 * side, uy * 0.72 + ux * 0.7 * side
    tip, mid = (x + vx * 66, y + vy * 66), (x + vx * 32, y + vy * 32)
    pen.polygon(
        smooth([(x, y), (mid[0] - vy * 15, mid[1] + vx * 15), tip], 6)
        + smooth([tip, (mid[0] + vy * 15, mid[1] - vx * 15), (x, y)], 6),
        tone,
    )


def _ribbon(pen: Pen) -> None:
    """The ribbon under the shield, with the name of the province."""
    for side in (-1, 1):
        pen.polygon(
            [(side * 250, 392), (side * 392, 372), (side * 352, 422), (side * 386, 482), (side * 240, 492)],
            dark(CRIMSON, 0.3),
        )
        pen.polygon([(side * 268, 456), (side * 250, 486), (side * 226, 470)], dark(CRIMSON, 0.6))
    top = smooth([(-270, 372), (-140, 392), (0, 398), (140, 392), (270, 372)], 10)
    foot = [(x, y + 84) for x, y in reversed(top)]
    pen.polygon(top + foot, CRIMSON)
    for line in ([(x, y + 9) for x, y in top], [(x, y - 9) for x, y in foot]):
        pen.line(line, GOLD, 4)
    pen.text(0, 456, "PROVINCIA DE AIJA", 42, WHITE, weight="ExtraBold", anchor="ms")
