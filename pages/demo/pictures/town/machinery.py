"""Machines of the public works, each in units of its own: 100 is about the height of a cabin."""

from pages.demo.pictures.palette import Colour, Palette, dark, light, rgb
from pages.demo.pictures.pen import Pen

YELLOW, IRON, PANE = rgb("f0aa1e"), rgb("30323c"), rgb("8fb9c9")


def excavator(pen: Pen, palette: Palette, reach: float = 0.0) -> None:
    """On tracks, its arm to the right; `reach` (-1 to 1) moves the bucket in or out."""
    body, iron = palette.lit(YELLOW), palette.lit(IRON)
    _track(pen, -70, 140, iron)
    pen.rect(-74, -84, 110, 44, body, radius=8)
    pen.rect(-74, -58, 110, 18, dark(body, 0.2), radius=6)
    pen.polygon([(-16, -84), (-12, -138), (30, -138), (42, -84)], body)
    pen.polygon([(-6, -90), (-3, -130), (24, -130), (34, -90)], palette.lit(PANE))
    elbow, wrist = (150 + 16 * reach, -190), (215 + 42 * reach, -92)
    pen.line([(36, -74), (92, -168), elbow], body, 20)
    pen.line([elbow, wrist], dark(body, 0.14), 16)
    pen.line([(40, -96), (112, -156)], iron, 6)
    x, y = wrist
    pen.polygon(
        [
            (x - 14, y - 8),
            (x + 12, y - 6),
            (x + 16, y + 22),
            (x - 20, y + 46),
            (x - 46, y + 30),
            (x - 30, y + 12),
        ],
        iron,
    )
    for point in ((92, -168), elbow, wrist):
        pen.oval(*point, 7, 7, iron)


def _track(pen: Pen, x: float, wide: float, iron: Colour) -> None:
    pen.rect(x - 12, -38, wide, 38, iron, radius=19)
    pen.rect(x - 4, -30, wide - 16, 22, light(iron, 0.18), radius=11)
    for i in range(5):
        pen.oval(x + 8 + i * (wide - 40) / 4, -19, 8, 8, iron)


def roller(pen: Pen, palette: Palette) -> None:
    """A road roller, its drum to the right."""
    body, iron = palette.lit(YELLOW), palette.lit(IRON)
    pen.rect(-92, -84, 84, 46, body, radius=9)
    pen.rect(-92, -56, 84, 18, dark(body, 0.2), radius=6)
    for y in (-78, -72, -66):
        pen.rect(-86, y, 26, 3, dark(body, 0.4))
    pen.polygon([(-14, -40), (-10, -60), (24, -66), (62, -60), (72, -40)], dark(body, 0.12))
    pen.polygon([(-34, -84), (-28, -138), (22, -138), (26, -62), (-8, -62)], palette.lit(PANE))
    for x in (-30, 20):
        pen.rect(x, -138, 6, 76, iron)
    pen.rect(-42, -146, 76, 10, body, radius=4)
    _wheel(pen, -58, 32, iron)
    pen.polygon([(10, -52), (78, -88), (112, -80), (112, -66), (84, -72), (20, -38)], body)
    pen.oval(82, -40, 41, 40, dark(iron, 0.1))
    pen.oval(82, -40, 34, 33, light(iron, 0.38))
    pen.oval(82, -40, 10, 10, iron)


def truck(pen: Pen, palette: Palette, cab: Colour) -> None:
    """A tip truck with its load, the cabin to the right."""
    paint, iron = palette.lit(cab), palette.lit(IRON)
    pen.polygon([(-128, -96), (-96, -112), (-40, -122), (14, -98)], palette.lit(rgb("a58057")))
    pen.polygon([(-140, -98), (24, -98), (16, -40), (-122, -40)], palette.lit(YELLOW))
    for x in range(-112, 10, 28):
        pen.line([(x, -96), (x + 2, -42)], dark(palette.lit(YELLOW), 0.25), 4)
    pen.rect(-126, -42, 236, 12, iron)
    pen.polygon([(32, -30), (32, -112), (82, -112), (102, -70), (116, -64), (116, -28)], paint)
    pen.polygon([(62, -74), (62, -104), (79, -104), (93, -74)], palette.lit(PANE))
    for x in (-96, -48, 82):
        _wheel(pen, x, 25, iron)


def _wheel(pen: Pen, x: float, radius: float, iron: Colour) -> None:
    pen.oval(x, -radius, radius, radius, iron)
    pen.oval(x, -radius, radius * 0.52, radius * 0.52, light(iron, 0.55))
    pen.oval(x, -radius, radius * 0.18, radius * 0.18, iron)


def cone(pen: Pen, palette: Palette) -> None:
    """A traffic cone, 50 high."""
    orange = palette.lit(rgb("ee6a24"))
    pen.rect(-17, -6, 34, 6, dark(orange, 0.25), radius=2)
    pen.polygon([(-12, -6), (-3, -50), (3, -50), (12, -6)], orange)
    pen.polygon([(-9, -18), (-6, -32), (6, -32), (9, -18)], rgb("fdf6e6"))


def barrier(pen: Pen, palette: Palette) -> None:
    """A striped barrier, 120 wide."""
    for x in (-48, 44):
        pen.rect(x, -56, 6, 56, palette.lit(IRON))
    pen.rect(-60, -56, 120, 22, rgb("fdf6e6"))
    for x in range(-60, 60, 30):
        pen.polygon([(x, -34), (x + 14, -56), (x + 29, -56), (x + 15, -34)], palette.lit(rgb("dd4a2e")))
