"""Posters of events and campaigns: a picture, a title set large, and the name of the institution."""

from collections.abc import Callable
from random import Random

from pages.demo.pictures.canvas import HEIGHT, Canvas
from pages.demo.pictures.palette import Colour, fade, rgb
from pages.demo.pictures.printed.campaign_signs import CAMPAIGNS, health, recycling, sprout, water
from pages.demo.pictures.printed.poster_art import Inks, Panel, dancers, medallion, mountains, music
from pages.demo.pictures.printed.signature import sign
from pages.lettering import LEADING, fit


def _inks(codes: str) -> Inks:
    return Inks(*map(rgb, codes.split()))


FEAST = tuple(
    map(
        _inks,
        (
            "f6e7c8 2b1d3f c4302b f2a93b 3b2a5c",
            "123f5c fbf0d6 e0563f f5b942 0b2a40",
            "f3d9b8 43202a 1f7a74 e58a1f 6b2338",
            "6b1f3a fdf0d8 e8663d f7c04a 3d1226",
        ),
    )
)

CARE = tuple(
    map(
        _inks,
        (
            "e3f0ea 12384a 1f8a70 f2b134 0f5c6b",
            "0f5c6b f4fbf4 f2b134 7fc8a9 0a3d4a",
            "f8efdb 2a3550 2f6db5 e58a1f 1d3f6b",
            "2f6b4a fbf6e3 f2c14e a9d18e 1d4a35",
        ),
    )
)

Art = Callable[[Canvas, Random, Panel, Inks], None]


def _halves(canvas: Canvas) -> tuple[Panel, Panel]:
    """Where the picture and the words go: side by side on a wide sheet, one over the other on a tall one."""
    w = canvas.width
    if w > HEIGHT * 1.1:
        return Panel(0, 0, w * 0.52, HEIGHT), Panel(w * 0.52, 0, w * 0.48, HEIGHT)
    return Panel(0, 0, w, HEIGHT * 0.54), Panel(0, HEIGHT * 0.54, w, HEIGHT * 0.46)


def event(canvas: Canvas, rng: Random, title: str) -> None:
    inks, (art, words) = rng.choice(FEAST), _halves(canvas)
    canvas.rect(0, 0, canvas.width, HEIGHT, inks.ground)
    with canvas.inside(art.corners):
        rng.choice(EVENT_ARTS)(canvas, rng, art, inks)
    _weaving(canvas, words, inks)
    _words(canvas, words, inks, "Agenda cultural", title or "Encuentro de danzas y música de la provincia")


def campaign(canvas: Canvas, rng: Random, title: str) -> None:
    inks, (art, words) = rng.choice(CARE), _halves(canvas)
    title = title or "Cuidemos el agua: cada gota llega desde la montaña"
    canvas.rect(0, 0, canvas.width, HEIGHT, inks.ground)
    emblem = next((sign for word, sign in CAMPAIGNS.items() if word in title.lower()), None)
    with canvas.inside(art.corners):
        medallion(canvas, rng, art, inks, emblem or rng.choice((water, sprout, health, recycling)))
    _words(canvas, words, inks, "Campaña informativa", title)


EVENT_ARTS: tuple[Art, ...] = (mountains, dancers, music)


def _weaving(canvas: Canvas, words: Panel, inks: Inks) -> None:
    """A band of woven steps along the edge between picture and words."""
    upright, cell = words.x > 0, 9.0
    long = words.high if upright else words.wide
    for i in range(int(long // cell) + 1):
        for j, ink in enumerate(_weft(i, (inks.deep, inks.strong, inks.warm))):
            x, y = (j - 2.5, i) if upright else (i, j - 2.5)
            canvas.rect(words.x + x * cell, words.y + y * cell, cell + 0.6, cell + 0.6, ink)


def _weft(row: int, inks: tuple[Colour, Colour, Colour]) -> list[Colour]:
    """One row of the weaving, five threads: stepped diamonds of two colours on the third."""
    ground, one, other = inks
    spread = 2 - abs(row % 6 - 3)
    ink = one if row // 6 % 2 else other
    return [ink if abs(thread - 2) <= spread else ground for thread in range(5)]


def _words(canvas: Canvas, panel: Panel, inks: Inks, kicker: str, title: str) -> None:
    edge, small = (78, 30.0) if panel.x else (48, 25.0)
    x, room, top = panel.x + edge, panel.wide - edge * 1.7, panel.y + edge * 1.2
    foot = panel.y + panel.high - edge * 0.9
    canvas.rect(x, top, small * 2.4, small * 0.3, inks.strong)
    canvas.text(x, top + small * 1.6, kicker.upper(), small, inks.type, weight="SemiBold")
    size, lines = fit(title, (room, foot - top - small * 7), 112, "ExtraBold")
    for i, line in enumerate(lines):
        y = top + small * 2.6 + size * (0.85 + i * LEADING)
        canvas.text(x - size * 0.03, y, line, size, inks.type, weight="ExtraBold")
    canvas.rect(x, foot - small * 4, room, 3, fade(inks.type, 0.35))
    sign(canvas, (x, foot), small * 3.2, inks.type)
