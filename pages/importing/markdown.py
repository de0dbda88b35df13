"""Markdown files → HTML, by markdown-it: CommonMark with tables, raw HTML shown as text."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from pages.importing.cleaning import PICTURE_SCHEME
from pages.importing.decoding import decode
from pages.importing.front_matter import split_front_matter
from pages.importing.note import Manuscript
from pages.importing.pictures import Album

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def read(data: bytes, album: Album, *, beside: Path, folder: Path) -> Manuscript:
    """The text as HTML; pictures it names go to `album` and leave `picture:KEY` behind.

    Names are resolved from `beside` (the note's own folder) and never out of `folder`. Raises UnreadableNote.
    """
    fields, text = split_front_matter(decode(data))
    tokens = _PARSER.parse(text)
    for image in _images(tokens):
        key = _take(image, album, beside, folder)
        image.attrs["src"] = f"{PICTURE_SCHEME}{key}" if key else ""
    return Manuscript(html=_PARSER.renderer.render(tokens, _PARSER.options, {}), fields=fields)


def _images(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "image":
            yield token
        yield from _images(token.children or [])


def _take(image: Token, album: Album, beside: Path, folder: Path) -> str | None:
    name = unquote(str(image.attrs.get("src", ""))).replace("\\", "/")
    path = _inside(name, beside, folder)
    if path is None:
        album.warn(_("No se importó la imagen «%(name)s»: copie el archivo junto a la nota.") % {"name": name[:120]})
        return None
    return album.add_file(path, alt=_plain_alt(image))


def _plain_alt(image: Token) -> str:
    return RendererHTML().renderInlineAsText(image.children or [], _PARSER.options, {})


def _inside(name: str, beside: Path, folder: Path) -> Path | None:
    """The file a note's link names, or None when it is elsewhere: on the web, or out of the folder."""
    try:
        if not name or urlsplit(name).scheme:
            return None
        path = (beside / name).resolve()
        return path if path.is_file() and path.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError):
        return None
