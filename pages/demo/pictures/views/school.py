"""A school and its yard."""

from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.hours import DAY, GOLDEN, choose
from pages.demo.pictures.nature.trees import grove
from pages.demo.pictures.palette import NIGHT_INK, WHITE, Colour, Palette, dark, fade, light, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.town.landmarks import flag
from pages.demo.pictures.town.people import child, woman
from pages.demo.pictures.views.backdrop import backdrop


def school(canvas: Canvas, rng: Random) -> None:
    palette, w = choose(rng.choice((DAY, DAY, GOLDEN)), rng), canvas.width
    backdrop(canvas, rng, palette, 640)
    grove(canvas, rng, palette, w * 0.92, 720, 260, 4)
    grove(canvas, rng, palette, w * 0.05, 720, 220, 3)
    band = rng.choice((rgb("2f7fb5"), rgb("c4502f"), rgb("1f8a70"), rgb("b5892f")))
    _schoolhouse(canvas.at(w * 0.5, 750), palette, band)
    yard = palette.lit(rgb("d9c29a"))
    canvas.wash(748, HEIGHT, light(yard, 0.3), yard, dark(yard, 0.12))
    _court(canvas, palette)
    flag(canvas, w * 0.3, 836, 300)
    canvas.rect(w * 0.3 - 46, 826, 92, 22, palette.lit(rgb("b5a68c")), radius=3)
    for _ in range(15):
        x, y = rng.uniform(0.06, 0.94) * w, rng.uniform(830, 975)
        canvas.oval(x, y, 18, 4, fade(NIGHT_INK, 0.22))
        child(canvas.at(x, y, 0.55 + (y - 830) / 420, flip=rng.random() < 0.5), rng, palette)
    woman(canvas.at(w * 0.63, 880, 1.15), rng, palette)


def _schoolhouse(pen: Pen, palette: Palette, band: Colour) -> None:
    """Two floors of classrooms, 920 wide, on (0, 0) at their middle."""
    wall, tone = palette.lit(rgb("f6efdf")), palette.lit(band)
    pen.rect(-460, -280, 920, 280, wall)
    for y in (-40, -180):
        pen.rect(-460, y, 920, 40, tone)
    for floor in (-262, -122):
        for i in range(10):
            _classroom(pen, palette, -436 + i * 88, floor, tone)
    pen.rect(-474, -146, 948, 12, dark(wall, 0.25))
    pen.polygon([(-500, -276), (-450, -345), (450, -345), (500, -276)], palette.lit(rgb("a8442f")))
    for i in range(1, 40):
        pen.line([(-450 + 22.5 * i, -345), (-500 + 25 * i, -276)], dark(palette.lit(rgb("a8442f")), 0.2), 2)
    pen.rect(-70, -300, 140, 300, light(wall, 0.35))
    pen.polygon([(-88, -298), (0, -372), (88, -298)], tone)
    pen.oval(0, -324, 17, 17, wall)
    pen.rect(-34, -92, 68, 92, dark(tone, 0.35))
    pen.line([(0, -92), (0, 0)], tone, 3)
    for y in (-262, -186):
        pen.rect(-42, y, 84, 52, palette.lit(rgb("79a9bd")))


def _classroom(pen: Pen, palette: Palette, x: float, y: float, tone: Colour) -> None:
    if abs(x + 36) < 80:
        return
    pen.rect(x - 4, y - 4, 80, 66, dark(tone, 0.2))
    pen.rect(x, y, 72, 58, palette.lit(rgb("79a9bd")))
    pen.polygon([(x, y + 58), (x + 40, y), (x + 58, y), (x + 18, y + 58)], light(palette.lit(rgb("79a9bd")), 0.3))
    for share in (1 / 3, 2 / 3):
        pen.line([(x + 72 * share, y), (x + 72 * share, y + 58)], palette.lit(rgb("f6efdf")), 3)


def _court(canvas: Canvas, palette: Palette) -> None:
    w, green = canvas.width, palette.lit(rgb("6f9f7a"))
    canvas.polygon([(w * 0.16, 838), (w * 0.84, 838), (w * 1.02, 990), (-w * 0.02, 990)], green)
    for points in (
        [(w * 0.18, 846), (w * 0.82, 846), (w * 0.97, 980), (w * 0.03, 980), (w * 0.18, 846)],
        [(w * 0.5, 846), (w * 0.5, 980)],
    ):
        canvas.line(points, palette.lit(WHITE), 4)
    canvas.hoop(w * 0.5, 908, 100, 32, palette.lit(WHITE), 4)
