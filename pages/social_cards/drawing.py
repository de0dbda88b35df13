"""A card from its content: the ground, the words over it and the institution's band."""

import io

from PIL import Image, ImageDraw

from pages.enums.social import CardKind
from pages.rules.colours import legible
from pages.social_cards.content import CardContent, drawable
from pages.social_cards.emblem import emblem
from pages.social_cards.grounds import colour_ground, photo_ground, scrimmed, shade
from pages.social_cards.layout import Layout, layout_of
from pages.social_cards.words import Lines, fitted, one_line

INK, QUIET_INK, GOLD = "#ffffff", "#f1ece4", "#f2c14e"
SCRIM_SHADE, BAND_SHADE = 0.62, 0.35
QUALITY = 90
QUOTES = "«»“”\"'"


def draw_card(content: CardContent, *, photo: bytes = b"", coat: bytes = b"") -> bytes:
    """The card as a JPEG. `photo` comes cropped to the card's proportions; without it the ground is the colour."""
    layout = layout_of(content.shape)
    size = (layout.width, layout.height)
    if photo:
        ground = photo_ground(photo, size)
    else:
        ground = colour_ground(size, legible(content.primary, over=GOLD), foot=layout.band_top)
    if content.kind != CardKind.PHOTO:
        ground = _with_words(ground, content, layout, bool(photo))
        _band(ground, content, layout, coat)
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _with_words(ground: Image.Image, content: CardContent, layout: Layout, over_photo: bool) -> Image.Image:
    """Kicker, title and line, one over the other, down to the band."""
    quoted = content.kind == CardKind.QUOTE
    title = _title(content, layout, quoted)
    kicker = one_line(drawable(content.kicker).upper(), room=layout.room, size=layout.unit * 2.9, weight="Bold")
    line = _line(content, layout, quoted)
    gap = round(layout.unit * 3.4)
    height = title.height + sum(each.height + gap for each in (kicker, line) if each.lines)
    top = _top(layout, height, quoted=quoted, over_photo=over_photo)
    if over_photo:
        box = (layout.margin, top - gap, layout.margin + layout.room, layout.band_top)
        ground = scrimmed(ground, box, shade(content.primary, SCRIM_SHADE), GOLD, wide=layout.wide)
    pen = ImageDraw.Draw(ground)
    if quoted:
        _quotation_mark(pen, content, layout, top)
    y = top
    for words, ink in ((kicker, GOLD), (title, INK), (line, QUIET_INK)):
        if words.lines:
            words.draw(pen, (layout.margin, y), ink)
            y += words.height + gap
    return ground


def _title(content: CardContent, layout: Layout, quoted: bool) -> Lines:
    words = drawable(content.title)
    largest, smallest = (7.4, 3.6) if quoted else (10.2 if layout.wide else 9.2, 4.2)
    height = round(layout.title_height * (1.25 if quoted and not layout.wide else 1))
    return fitted(
        words.strip(QUOTES) if quoted else words,
        room=layout.room,
        height=height,
        largest=layout.unit * largest,
        smallest=layout.unit * smallest,
        weight="SemiBold" if quoted else "ExtraBold",
        leading=1.26 if quoted else 1.12,
    )


def _line(content: CardContent, layout: Layout, quoted: bool) -> Lines:
    """Who said it, or where and when."""
    words = drawable(content.by if quoted else content.line)
    unit = layout.unit
    return fitted(
        words, room=layout.room, height=round(unit * 9), largest=unit * 3.4, smallest=unit * 2.6, weight="Medium",
        leading=1.3,
    )  # fmt: skip


def _top(layout: Layout, height: int, *, quoted: bool, over_photo: bool) -> int:
    """Over a photo the words stand just above the band; over the colour, in the middle of what is free."""
    if over_photo and not layout.wide:
        return layout.band_top - height - round(layout.unit * 3)
    free = layout.band_top - layout.top - height
    return layout.top + max(round(layout.unit * 4), round(free * 0.5))


def _quotation_mark(pen: ImageDraw.ImageDraw, content: CardContent, layout: Layout, top: int) -> None:
    mark = Lines(["“"], round(layout.unit * 24), "ExtraBold", 1.0)
    y = top - layout.unit * 20
    if y > layout.top - layout.unit * 7:
        mark.draw(pen, (layout.margin - layout.unit, y), GOLD)


def _band(card: Image.Image, content: CardContent, layout: Layout, coat: bytes) -> None:
    """The coat of arms and who speaks, on a strip of the institution's colour."""
    pen = ImageDraw.Draw(card)
    top, unit = layout.band_top, layout.unit
    colour = shade(content.primary, BAND_SHADE)
    pen.rectangle([0, top, layout.width, layout.height], colour)
    pen.rectangle([0, top, layout.width, top + round(unit * 0.7)], legible(content.accent, over=colour, ratio=3))
    arms = _arms(coat, round(unit * 9))
    card.paste(arms, (layout.margin, top + round(unit * 2.3)), arms)
    left = layout.margin + arms.width + round(unit * 2.6)
    room = layout.width - left - layout.margin
    name = one_line(drawable(content.institution), room=room, size=unit * 3.5, weight="Bold")
    office = one_line(drawable(content.office), room=room, size=unit * 2.6, weight="Medium")
    y = top + (layout.band - name.height - office.height) / 2 + unit * 0.3
    name.draw(pen, (left, y), INK)
    office.draw(pen, (left, y + name.height), QUIET_INK)


def _arms(coat: bytes, height: int) -> Image.Image:
    if not coat:
        return emblem(height)
    with Image.open(io.BytesIO(coat)) as picture:
        arms = picture.convert("RGBA")
    width = min(round(arms.width * height / arms.height), height * 2)
    return arms.resize((max(1, width), height), Image.Resampling.LANCZOS)
