"""The church, the town hall, the flag: what one knows a town by."""

from pages.demo.pictures.curves import smooth
from pages.demo.pictures.palette import GOLD, WHITE, Colour, Palette, dark, light, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.town.houses import GLASS, ROOFS, WALLS, WOOD


def church(pen: Pen, palette: Palette, *, distance: float = 0.0, towers: int = 2, stone: Colour = WALLS[0]) -> None:
    """A colonial front 200 wide and some 330 high, on (0, 0) at its middle."""
    wall, roof = palette.lit(stone, distance), palette.lit(ROOFS[1], distance)
    shade, deep = dark(wall, 0.13), palette.lit(rgb("4a3328"), distance)
    gable = smooth([(-64, -172), (-50, -190), (-34, -212), (0, -232), (34, -212), (50, -190), (64, -172)], 6)
    pen.polygon([(-64, 0), *gable, (64, 0)], wall)
    sides = (-1, 1) if towers == 2 else (-1,)
    for side in sides:
        _tower(pen.at(0, 0, flip=side < 0), wall, shade, roof, deep)
    for y in (-100, -172):
        pen.rect(-66, y, 132, 7, shade)
    _portal(pen, shade, deep)
    pen.oval(0, -142, 17, 17, shade)
    pen.oval(0, -142, 12, 12, palette.lit(GLASS, distance))
    _cross(pen, 0, -230, deep)


def _portal(pen: Pen, shade: Colour, deep: Colour) -> None:
    pen.rect(-34, -78, 68, 78, shade)
    pen.oval(0, -70, 22, 22, deep)
    pen.rect(-22, -70, 44, 70, deep)
    pen.line([(0, -90), (0, 0)], light(deep, 0.15), 1.5)
    for x in (-48, 40):
        pen.rect(x, -96, 8, 96, shade)


def _tower(pen: Pen, wall: Colour, shade: Colour, roof: Colour, deep: Colour) -> None:
    pen.rect(58, -236, 46, 236, wall)
    pen.rect(88, -236, 16, 236, shade)
    pen.rect(54, -176, 54, 7, shade)
    pen.rect(54, -240, 54, 8, shade)
    pen.oval(81, -212, 10, 10, deep)
    pen.rect(71, -212, 20, 28, deep)
    pen.oval(81, -200, 7, 7, GOLD)
    pen.polygon(
        [(54, -240), *smooth([(60, -262), (70, -278), (81, -292), (92, -278), (102, -262)], 5), (108, -240)],
        roof,
    )
    _cross(pen, 81, -290, deep)


def _cross(pen: Pen, x: float, y: float, ink: Colour) -> None:
    pen.rect(x - 1.8, y - 26, 3.6, 27, ink)
    pen.rect(x - 8, y - 19, 16, 3.6, ink)


def flag(pen: Pen, x: float, y: float, tall: float) -> None:
    """The flag of Peru on its mast, the foot at (x, y)."""
    pen.rect(x - 1.6, y - tall, 3.2, tall, light(WOOD, 0.35))
    pen.oval(x, y - tall, 3.4, 3.4, GOLD)
    wide, high = tall * 0.42, tall * 0.27
    for third, ink in enumerate((rgb("d91023"), WHITE, rgb("d91023"))):
        _panel(pen, x + third * wide / 3, y - tall + 5, wide / 3, high, third, ink)


def _panel(pen: Pen, x: float, y: float, wide: float, high: float, third: int, ink: Colour) -> None:
    sway = (0, 5, -2, 4)
    near, far = sway[third], sway[third + 1]
    pen.polygon([(x, y + near), (x + wide, y + far), (x + wide, y + far + high), (x, y + near + high)], ink)


def arcade(pen: Pen, palette: Palette, arches: int, wall: Colour) -> None:
    """A town hall on (0, 0): arches below and balconies above, 62 for each arch and 190 high."""
    wide, tone = arches * 62, palette.lit(wall)
    pen.rect(0, -160, wide, 160, tone)
    pen.rect(0, -84, wide, 6, dark(tone, 0.2))
    for i in range(arches):
        _bay(pen.at(i * 62 + 31, 0), palette, tone)
    roof = palette.lit(ROOFS[0])
    pen.polygon([(-14, -156), (10, -196), (wide - 10, -196), (wide + 14, -156)], roof)
    for i in range(1, arches * 3):
        pen.line(
            [(10 + (wide - 20) * i / arches / 3, -196), (-14 + (wide + 28) * i / arches / 3, -156)],
            dark(roof, 0.2),
            1.6,
        )


def _bay(pen: Pen, palette: Palette, tone: Colour) -> None:
    deep, wood = dark(tone, 0.62), palette.lit(rgb("7a4a2c"))
    pen.oval(0, -46, 21, 21, deep)
    pen.rect(-21, -46, 42, 46, deep)
    pen.rect(-13, -146, 26, 50, light(tone, 0.3))
    pen.rect(-10, -143, 20, 47, palette.lit(GLASS))
    pen.rect(-19, -104, 38, 4, wood)
    for x in range(-18, 19, 6):
        pen.line([(x, -104), (x, -86)], wood, 1.8)
    pen.rect(-20, -87, 40, 4, wood)
