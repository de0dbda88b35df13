"""Spreadsheets of works, as rows of cells: CSV in UTF-8 or Latin-1 with comma or semicolon, and XLSX."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_FORMULA
from openpyxl.utils.exceptions import InvalidFileException

from pages.rules.sheet_values import heading

LARGEST = 5 * 1024 * 1024
LARGEST_UNZIPPED = 60 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 2_000, 60
UNREADABLE = (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, zipfile.LargeZipFile)

Row = tuple[int, dict[str, Any]]


class UnreadableSheet(ValueError):
    """The file can't be read as a spreadsheet of works; the message says why and what to do."""


def read_sheet(content: bytes) -> list[Row]:
    """The rows that say something: the number that the spreadsheet shows, and the cells by heading.

    Raises UnreadableSheet for what is too large, is no spreadsheet, or has no column «CUI».
    """
    if len(content) > LARGEST:
        raise UnreadableSheet(_("El archivo pesa más de 5 MB: divídalo en varios."))
    lines = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    try:
        return _rows(lines)
    except csv.Error as error:
        raise UnreadableSheet(_("No pudimos leer el archivo: guárdelo de nuevo como CSV o XLSX.")) from error


def _rows(lines: Iterator[Iterable[Any]]) -> list[Row]:
    names = [heading(cell) for cell in next(iter(lines), [])][:MOST_COLUMNS]
    if "cui" not in names:
        raise UnreadableSheet(_("La primera fila debe tener los títulos de las columnas, y entre ellos «CUI»."))
    rows: list[Row] = []
    for number, line in enumerate(lines, start=2):
        cells = {name: cell for name, cell in zip(names, line, strict=False) if name}
        if any(str(cell if cell is not None else "").strip() for cell in cells.values()):
            rows.append((number, cells))
        if len(rows) > MOST_ROWS or number > 10 * MOST_ROWS:
            too_many = _("El archivo tiene más de %(most)s filas: divídalo en varios.") % {"most": MOST_ROWS}
            raise UnreadableSheet(too_many)
    return rows


def _csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    first = text.partition("\n")[0]
    return csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")


def _xlsx(content: bytes) -> Iterator[Iterable[Any]]:
    """The first sheet's cells; formulas as they are typed, so that they are seen and refused."""
    broken = _("No pudimos leer el archivo: ábralo en su programa y guárdelo de nuevo como XLSX o CSV.")
    try:
        with ZipFile(io.BytesIO(content)) as package:
            if sum(each.file_size for each in package.infolist()) > LARGEST_UNZIPPED:
                raise UnreadableSheet(_("El archivo es demasiado grande por dentro: deje solo la hoja de las obras."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        lines = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, max_row=10 * MOST_ROWS)
        return ([_told(cell) for cell in line] for line in lines)
    except UnreadableSheet:
        raise
    except UNREADABLE as error:
        raise UnreadableSheet(broken) from error


def _told(cell: Any) -> Any:
    """The cell's value; words that begin as a formula does are marked, as programs do, to tell them from one."""
    words = cell.data_type != TYPE_FORMULA and isinstance(cell.value, str) and cell.value.startswith("=")
    return f"'{cell.value}" if words else cell.value
