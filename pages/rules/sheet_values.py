"""What people type in the cells of a spreadsheet, as values: words, amounts in soles, percentages, days."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from anyascii import anyascii
from django.utils.translation import gettext as _

DAY_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%y")
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?|-?\d+(\.\d+)?")


class UnreadableCell(ValueError):
    """The cell can't be understood; the message says why and what to write."""


def heading(text: object) -> str:
    """The heading of a column as it is compared: without accents, capitals, signs or spare blanks."""
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", anyascii(str(text or "")).casefold()).split())


def words(cell: Any) -> str:
    """The cell as text on one line; a whole number loses the `.0` that spreadsheets give it.

    Raises UnreadableCell for a formula: what it shows depends on the program that opens it.
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str("" if cell is None else cell).replace("\x00", " ").split())
    if text.startswith("="):
        raise UnreadableCell(_("tiene una fórmula: cópiela y péguela como valor."))
    return text[1:].strip() if text.startswith("'") else text


def number(cell: Any) -> Decimal:
    """`S/ 1,250,000.50` or `1250000.5`: point for decimals, comma for thousands, as in Peru. Raises UnreadableCell."""
    text = re.sub(r"^s/\.?\s*|\s", "", words(cell), flags=re.IGNORECASE)
    if not NUMBER.fullmatch(text):
        raise UnreadableCell(_("no es un número: escríbalo como 1250000.50."))
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise UnreadableCell(_("no es un número: escríbalo como 1250000.50.")) from error


def day(cell: Any) -> date:
    """A day, as a date cell or typed as `dd/mm/aaaa`. Raises UnreadableCell."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = words(cell)
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(text.removesuffix(" 00:00:00"), form).date()
        except ValueError:
            continue
    raise UnreadableCell(_("no es una fecha: escríbala como 31/12/2026."))
