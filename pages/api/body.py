"""Bodies as typed blocks, of many pieces at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.blocks import StreamValue

from headless.questions import Question
from pages.api import block_schemas as schemas
from pages.api.pictures import file, picture
from pages.api.rich_text import Links, clean_html, link_addresses
from pages.models.piece import Piece
from pages.rules.video import video_reference

PROSE = {
    "text": lambda value: value,
    "audio": lambda value: value["transcript"],
    "callout": lambda value: value["text"],
}
IMAGES = {
    "image": lambda value: [value["image"]],
    "gallery": lambda value: [each["image"] for each in value.shown],
    "photo_set": lambda value: [each["image"] for each in value.shown],
    "video": lambda value: [value["poster"]],
    "video_file": lambda value: [value["poster"]],
}


@dataclass(frozen=True)
class Surroundings:
    """What the blocks of one body are written with, fetched for all of them at once."""

    question: Question
    links: Links
    base: str

    def html(self, text: Any) -> str:
        return clean_html(text.source, self.links, base=self.base)

    def picture(self, value: Any) -> schemas.PictureAnswer | None:
        image = value["image"]
        alt = "" if image.decorative else image.contextual_alt_text or ""
        return picture(image, self.question, alt=alt, caption=value["caption"], credit=value["credit"])


def blocks_of(pieces: Sequence[Piece], question: Question) -> dict[int, list[schemas.Block]]:
    """The blocks of each piece by primary key, in the order of reading, in a number of queries that grows with nothing.

    A block whose picture or file is gone, or may no longer be seen, is left out.
    """
    values = list(_values(pieces))
    _fetch_pictures(values)
    _fetch_captions(values)
    prose = [PROSE[kind](value).source for _piece, kind, value in values if kind in PROSE]
    links = link_addresses(prose, question)
    around = {each.pk: Surroundings(question, links, question.absolute(_address(each, question))) for each in pieces}
    told: dict[int, list[schemas.Block]] = {each.pk: [] for each in pieces}
    for piece, kind, value in values:
        if block := WRITERS[kind](value, around[piece.pk]):
            told[piece.pk].append(block)
    return told


def _values(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str, Any]]:
    """The blocks of all the pieces with theirs. Read as one long body, whose choosers fetch for all of them at once."""
    owners = [piece for piece in pieces for _block in piece.body.raw_data]
    raw = [block for piece in pieces for block in piece.body.raw_data]
    if raw:
        together = StreamValue(pieces[0].body.stream_block, raw, is_lazy=True)
        yield from ((piece, block.block_type, block.value) for piece, block in zip(owners, together, strict=True))


def _fetch_pictures(values: list[tuple[Piece, str, Any]]) -> None:
    sets = [value["photo_set"] for _piece, kind, value in values if kind == "photo_set" and value["photo_set"]]
    prefetch_related_objects(sets, "photos__image")
    images = [image for _piece, kind, value in values if kind in IMAGES for image in IMAGES[kind](value) if image]
    prefetch_related_objects(images, "renditions")


def _fetch_captions(values: list[tuple[Piece, str, Any]]) -> None:
    """Those that a video has by itself."""
    videos = [value["file"] for _piece, kind, value in values if kind == "video_file" and value["file"]]
    prefetch_related_objects(videos, "captions")


def _address(piece: Piece, question: Question) -> str:
    return piece.get_url(question.request) or "/"


def _text(value: Any, around: Surroundings) -> schemas.TextBlock:
    return schemas.TextBlock(type="text", html=around.html(value))


def _quote(value: Any, around: Surroundings) -> schemas.QuoteBlock:
    return schemas.QuoteBlock(
        type="quote", text=value["text"], speaker=value["speaker"], position=value["position"] or None
    )


def _image(value: Any, around: Surroundings) -> schemas.ImageBlock | None:
    shown = around.picture(value) if value["image"] else None
    return schemas.ImageBlock(type="image", picture=shown) if shown else None


def _gallery(value: Any, around: Surroundings) -> schemas.GalleryBlock | None:
    return _pictures(value["title"], value, around)


def _video(value: Any, around: Surroundings) -> schemas.VideoBlock:
    reference, poster = video_reference(value["url"]), value["poster"]
    return schemas.VideoBlock(
        type="video",
        title=value["title"],
        url=reference.page_url if reference else value["url"],
        poster=picture(poster, around.question, alt=""),
    )


def _photo_set(value: Any, around: Surroundings) -> schemas.GalleryBlock | None:
    """A set reads as any other gallery."""
    return _pictures(value["title"] or getattr(value["photo_set"], "name", None), value, around)


def _pictures(title: str | None, value: Any, around: Surroundings) -> schemas.GalleryBlock | None:
    """A gallery of what may be seen; none while that is nothing."""
    pictures = [shown for each in value.shown if (shown := around.picture(each))]
    return schemas.GalleryBlock(type="gallery", title=title or None, pictures=pictures) if pictures else None


def _video_file(value: Any, around: Surroundings) -> schemas.VideoFileBlock | None:
    captions, poster = value.captions_file, value["poster"]
    if value["file"] is None:
        return None
    return schemas.VideoFileBlock(
        type="video_file",
        title=value["title"],
        file=file(value["file"], around.question),
        captions=file(captions, around.question) if captions else None,
        description=value["description"] or None,
        poster=picture(poster, around.question, alt=""),
    )


def _audio(value: Any, around: Surroundings) -> schemas.AudioBlock | None:
    if value["file"] is None:
        return None
    sound = file(value["file"], around.question, title=value["title"])
    return schemas.AudioBlock(type="audio", file=sound, transcript=around.html(value["transcript"]))


def _document(value: Any, around: Surroundings) -> schemas.DocumentBlock | None:
    if value["file"] is None:
        return None
    return schemas.DocumentBlock(type="document", file=file(value["file"], around.question, title=value["title"]))


def _table(value: Any, around: Surroundings) -> schemas.TableBlock:
    table = value["table"]
    return schemas.TableBlock(
        type="table",
        caption=value["caption"],
        columns=[schemas.TableColumn(type=each["block"].name, heading=each["heading"]) for each in table.columns],
        rows=[[str(cell.value or "") for cell in row] for row in table.rows],
    )


def _callout(value: Any, around: Surroundings) -> schemas.CalloutBlock:
    return schemas.CalloutBlock(
        type="callout", kind=value["kind"], title=value["title"] or None, html=around.html(value["text"])
    )


def _figures(value: Any, around: Surroundings) -> schemas.FiguresBlock:
    items = [schemas.FigureItem(value=each["value"], label=each["label"]) for each in value["items"]]
    return schemas.FiguresBlock(type="figures", title=value["title"] or None, items=items)


WRITERS: dict[str, Callable[[Any, Surroundings], Any]] = {
    "text": _text,
    "quote": _quote,
    "image": _image,
    "gallery": _gallery,
    "photo_set": _photo_set,
    "video": _video,
    "video_file": _video_file,
    "audio": _audio,
    "document": _document,
    "table": _table,
    "callout": _callout,
    "figures": _figures,
}
