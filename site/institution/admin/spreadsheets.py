"""Spreadsheets that do nothing but show: a cell that somebody typed is never run as a formula."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.coreutils import multigetattr

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: str) -> str:
    """The text with an apostrophe in front if a spreadsheet program would take it for a formula.

    Source: OWASP, CSV Injection.
    """
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def reached(item: Any, path: str) -> Any:
    """What the dotted path leads to from the row; blank when a step of it is empty."""
    try:
        return multigetattr(item, path)
    except AttributeError:
        return ""


def told(value: Any) -> Any:
    """The value as a person reads it: an instant by Lima's clock, a yes or a no."""
    if isinstance(value, bool):
        return _("Sí") if value else _("No")
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.make_naive(value)
    return value


class HarmlessExport:
    """For listings that export: the XLSX that Wagtail writes is safe already, its CSV isn't.

    A cell whose row leads nowhere (`parent.code` of a unit without parent) is left empty; instants are told in
    Lima's time, and what is or isn't so with a word.
    """

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {field: reached(item, field) for field in self.list_export}  # type: ignore[attr-defined]

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        written = super().preprocess_field_value(field, told(value), export_format)  # type: ignore[misc]
        return harmless(written) if isinstance(written, str) and export_format == self.FORMAT_CSV else written  # type: ignore[attr-defined]
