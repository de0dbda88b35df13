"""The signs of feasts, each about (0, 0) and some 200 across."""

from pages.demo.pictures.palette import GOLD, RED, WHITE, dark, rgb
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.printed.campaign_signs import BLUE


def panpipes(pen: Pen) -> None:
    """Panpipes, bound with a band of weaving."""
    for i in range(8):
        x, long = -84 + i * 22, 186 - i * 15
        cane = rgb("d9a860") if i % 2 else rgb("e8bd78")
        pen.rect(x, -92, 19, long, cane, radius=7)
        pen.rect(x + 12, -90, 5, long - 6, dark(cane, 0.18), radius=3)
        pen.oval(x + 9.5, -91, 9, 4, dark(cane, 0.6))
    pen.rect(-92, -48, 188, 30, RED, radius=4)
    for i in range(9):
        x = -82 + i * 21
        pen.polygon([(x, -46), (x + 9, -33), (x, -20), (x - 9, -33)], (GOLD, WHITE)[i % 2])


def square_cross(pen: Pen) -> None:
    """The stepped cross of the Andes."""
    for reach, ink in ((102, GOLD), (84, RED), (62, WHITE), (42, BLUE)):
        steps = [(1, 1 / 3), (2 / 3, 1 / 3), (2 / 3, 2 / 3), (1 / 3, 2 / 3), (1 / 3, 1)]
        quarter = [(x * reach, -y * reach) for x, y in steps]
        turned = [quarter]
        for _ in range(3):
            turned.append([(y, -x) for x, y in turned[-1]])
        pen.polygon([point for part in turned for point in part], ink)
    pen.oval(0, 0, 16, 16, GOLD)
