"""The elements of a note, in order → its blocks: text, tables, quotations and pictures."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from bs4 import NavigableString, Tag
from django.utils.translation import gettext as _

from pages.importing.captions import picture_keys
from pages.importing.cleaning import clean_text, tidy
from pages.importing.flow import flow
from pages.importing.note import Block, BlockType
from pages.importing.quotes import read_quote
from pages.importing.tables import is_cut, is_table_caption, read_table
from pages.importing.trimming import cut_start
from pages.importing.typed_bullets import bullet_length

_TEXT_LEVELS = {"h1": "h2", "h5": "h4", "h6": "h4"}


def html_to_blocks(html: str) -> tuple[Block, ...]:
    """The blocks of any HTML, safe to store. Raises UnreadableNote when it is too long."""
    return split_blocks(flow(tidy(html)), {})[0]


def split_blocks(elements: Iterable[Tag], captions: Mapping[str, str]) -> tuple[tuple[Block, ...], list[str]]:
    """Blocks in reading order, and warnings. `captions` are by the key of the picture."""
    splitter = _Splitter(captions)
    for element in elements:
        splitter.take(element)
    splitter.close_text()
    return tuple(splitter.blocks), splitter.warnings


class _Splitter:
    """Gathers text until a table, a quotation or a picture interrupts it."""

    def __init__(self, captions: Mapping[str, str]) -> None:
        self._captions = captions
        self._text: list[Tag] = []
        self.blocks: list[Block] = []
        self.warnings: list[str] = []

    def take(self, element: Tag) -> None:
        if element.name == "table":
            self._take_table(element)
        else:
            self._take_mixed(element)

    def _take_mixed(self, element: Tag) -> None:
        tables = [table.extract() for table in element.find_all("table") if not table.find_parent("table")]
        keys = picture_keys(element)
        if _opens_with_picture(element):
            self._take_pictures(keys)
            keys = []
        self._take_words(element)
        self._take_pictures(keys)
        for table in tables:
            self._take_table(table)

    def close_text(self) -> None:
        html = clean_text(_markup(self._text))
        self._text = []
        if html and html != "<hr>":
            self._add("text", html)

    def _add(self, kind: BlockType, value: object) -> None:
        self.blocks.append(Block(type=kind, value=value))

    def _take_words(self, element: Tag) -> None:
        if element.name != "blockquote":
            self._text.append(element)
        elif element.get_text(strip=True):
            self.close_text()
            self._add("quote", read_quote(element))

    def _take_pictures(self, keys: list[str]) -> None:
        for key in keys:
            self.close_text()
            self._add("image", {"picture": key, "caption": self._captions.get(key, "")})

    def _take_table(self, element: Tag) -> None:
        above = self._text.pop() if self._text and is_table_caption(self._text[-1]) else None
        self.close_text()
        caption = " ".join(above.get_text().split()) if above else ""
        table, guessed = read_table(element, caption=caption)
        self._add("table", table)
        if guessed:
            self.warnings.append(_("La primera fila de una tabla se tomó como encabezado. Revísela."))
        if is_cut(element):
            self.warnings.append(_("Una tabla es demasiado grande y se recortó. Adjúntela como documento."))


def _opens_with_picture(element: Tag) -> bool:
    for part in element.descendants:
        if isinstance(part, Tag) and part.name == "img":
            return True
        if isinstance(part, NavigableString) and part.strip():
            return False
    return False


def _markup(elements: list[Tag]) -> str:
    pieces = []
    for listed, group in groupby(elements, key=_is_typed_item):
        markup = "".join(_item(element) if listed else _plain(element) for element in group)
        pieces.append(f"<ul>{markup}</ul>" if listed else markup)
    return "".join(pieces)


def _is_typed_item(element: Tag) -> bool:
    return element.name == "p" and bullet_length(element.get_text()) > 0


def _item(element: Tag) -> str:
    cut_start(element, bullet_length(element.get_text()))
    element.name = "li"
    return _plain(element)


def _plain(element: Tag) -> str:
    """The element with text headings (h2 to h4, never bold besides) and bare words inside list items."""
    element.name = _TEXT_LEVELS.get(element.name, element.name)
    within = ["b"] if element.name in {"h2", "h3", "h4"} else []
    if element.name in {"ul", "ol", "li"}:
        within = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]
    for inner in element.find_all(within) if within else ():
        inner.append(NavigableString(" "))
        inner.name = "span"
    return str(element)
