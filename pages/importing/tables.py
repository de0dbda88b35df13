"""A data table of the page → plain columns and rows."""

import re
from typing import TypedDict

from bs4 import Tag

from pages.importing import limits

_NUMBERED_CAPTION = re.compile(r"\s*(?:tabla|cuadro)\s+(?:n\s*\.?\s*[°º]\.?\s*)?\d+", re.IGNORECASE)
_MAX_GUESSED_HEADING = 60


class Table(TypedDict):
    caption: str
    columns: list[str]
    rows: list[list[str]]


def read_table(element: Tag, *, caption: str = "") -> tuple[Table, bool]:
    """The table, every row as wide as the widest; a merged cell repeats its text in each place it covers.

    Second, True when its first row was only guessed to be the headings. Without headings they are "".
    At most MAX_TABLE_COLUMNS by MAX_TABLE_ROWS; `is_cut` tells whether something lies beyond.
    """
    grid = _grid(element)
    width = max((len(row) for row in grid), default=0)
    rows = [row + [""] * (width - len(row)) for row in grid]
    marked = _has_marked_heading(element)
    headed = marked or _looks_headed(rows)
    columns, body = (rows[0], rows[1:]) if headed else ([""] * width, rows)
    return Table(caption=caption, columns=columns, rows=body), headed and not marked


def is_cut(element: Tag) -> bool:
    """True when the table is larger than what read_table keeps."""
    rows = element.find_all("tr")
    return len(rows) > limits.MAX_TABLE_ROWS or any(_width(row) > limits.MAX_TABLE_COLUMNS for row in rows)


def is_table_caption(element: Tag) -> bool:
    """True for a paragraph that names the table below it: of that style, or "Tabla 1. …", "Cuadro N.° 2 …"."""
    if element.name != "p":
        return False
    return "caption" in (element.get("class") or []) or bool(_NUMBERED_CAPTION.match(element.get_text()))


def cell_text(cell: Tag) -> str:
    return " ".join(cell.get_text(" ").split())


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _width(row: Tag) -> int:
    return sum(_span(cell, "colspan") for cell in _cells(row))


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(1, int(value)) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


def _grid(element: Tag) -> list[list[str]]:
    """Texts by row and column, with merged cells spread out."""
    held: dict[tuple[int, int], str] = {}
    rows = element.find_all("tr")[: limits.MAX_TABLE_ROWS]
    for y, row in enumerate(rows):
        x = 0
        for cell in _cells(row):
            while (y, x) in held:
                x += 1
            x = _spread(held, cell, y, x, len(rows))
    return [_row(held, y) for y in range(len(rows)) if (y, 0) in held]


def _spread(held: dict[tuple[int, int], str], cell: Tag, y: int, x: int, height: int) -> int:
    right = min(x + _span(cell, "colspan"), limits.MAX_TABLE_COLUMNS)
    text = cell_text(cell)
    for below in range(y, min(y + _span(cell, "rowspan"), height)):
        for across in range(x, right):
            held[below, across] = text
    return max(right, x)


def _row(held: dict[tuple[int, int], str], y: int) -> list[str]:
    filled = [x for x in range(limits.MAX_TABLE_COLUMNS) if (y, x) in held]
    return [held.get((y, x), "") for x in range(filled[-1] + 1)]


def _has_marked_heading(element: Tag) -> bool:
    first = element.find("tr")
    cells = _cells(first) if first else []
    return bool(cells) and all(cell.name == "th" or _is_bold(cell) for cell in cells)


def _is_bold(cell: Tag) -> bool:
    words = [string for string in cell.strings if string.strip()]
    return bool(words) and all(string.find_parent("b") for string in words)


def _looks_headed(rows: list[list[str]]) -> bool:
    """Short words without figures in every cell of the first row, and something below."""
    if len(rows) < 2:
        return False
    return all(text and len(text) <= _MAX_GUESSED_HEADING and not re.search(r"\d", text) for text in rows[0])
