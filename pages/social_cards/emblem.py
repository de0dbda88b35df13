"""The product's own coat of arms, the neutral shield of `site/static/portal/emblem.svg`, for who has none yet."""

from PIL import Image, ImageDraw

FINENESS = 4
SHEET = (100, 120)
OUTLINE = [(6, 6), (94, 6), (94, 60), (91, 76), (83, 91), (70, 105), (50, 116), (30, 105), (17, 91), (9, 76), (6, 60)]
FIELD = [(11, 11), (89, 11), (89, 60), (86, 74), (79, 87), (67, 99), (50, 110), (33, 99), (21, 87), (14, 74), (11, 60)]
PEAKS = [(0, 72), (26, 40), (41, 59), (56, 35), (100, 76), (100, 120), (0, 120)]
SNOWS = ([(26, 40), (18, 50), (26, 47), (32, 51)], [(56, 35), (47, 49), (55, 46), (63, 50), (69, 47)])
GOLD, CREAM, SKY, ROCK, GREEN, SUN = "#b8862b", "#f7f1e6", "#cfe1e6", "#4c6472", "#47704a", "#d9a63a"


def emblem(height: int) -> Image.Image:
    """The shield on a transparent ground (RGBA), as high as that in pixels."""
    scale = height * FINENESS / SHEET[1]
    sheet = Image.new("RGBA", (round(SHEET[0] * scale), round(SHEET[1] * scale)))
    pen = ImageDraw.Draw(sheet)
    pen.polygon(_scaled(OUTLINE, scale), CREAM, GOLD, round(5 * scale))
    field = Image.new("RGBA", sheet.size)
    _paint(ImageDraw.Draw(field), scale)
    mask = Image.new("L", sheet.size)
    ImageDraw.Draw(mask).polygon(_scaled(FIELD, scale), 255)
    sheet.paste(field, mask=mask)
    return sheet.reduce(FINENESS)


def _paint(pen: ImageDraw.ImageDraw, scale: float) -> None:
    pen.rectangle([0, 0, 100 * scale, 120 * scale], SKY)
    pen.ellipse([37 * scale, 21 * scale, 63 * scale, 47 * scale], SUN)
    pen.polygon(_scaled(PEAKS, scale), ROCK)
    for snow in SNOWS:
        pen.polygon(_scaled(snow, scale), CREAM)
    pen.ellipse([-40 * scale, 66 * scale, 140 * scale, 190 * scale], GREEN)
    river = [(44, 70), (52, 78), (43, 86), (52, 94), (50, 112)]
    pen.line(_scaled(river, scale), SKY, round(6 * scale), joint="curve")


def _scaled(points: list[tuple[float, float]], scale: float) -> list[tuple[float, float]]:
    return [(x * scale, y * scale) for x, y in points]
