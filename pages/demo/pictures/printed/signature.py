"""Who speaks: the arms and the name of the institution, at the foot of what is printed."""

from pages.demo.pictures.curves import Point
from pages.demo.pictures.palette import Ink
from pages.demo.pictures.pen import Pen
from pages.demo.pictures.printed.shield import arms

INSTITUTION = "Municipalidad Provincial de Aija"


def sign(pen: Pen, corner: Point, high: float, ink: Ink) -> None:
    """Arms and name in one line, `high` units tall, with their lower left at `corner`."""
    x, foot = corner
    arms(pen.at(x + high * 0.42, foot - high / 2, high / 1000))
    pen.text(x + high * 1.05, foot - high / 2, INSTITUTION, high * 0.3, ink, anchor="lm")
