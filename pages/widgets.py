"""What editors type with."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import escape, format_html_join
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text import DraftailRichTextArea

UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, ExporterException)
KEPT_CHARACTERS = 20_000


class ForgivingRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, which takes anything that is sent: what isn't its own format is kept as plain words."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> str | None:
        try:
            return super().value_from_datadict(data, files, name)
        except UNREADABLE:
            return as_plain_words(data.get(name, ""))


def as_plain_words(sent: str) -> str:
    """The first 20,000 characters as escaped paragraphs, so that nothing that was typed is thrown away unseen."""
    lines = [line for line in sent[:KEPT_CHARACTERS].splitlines() if line.strip()]
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines)) or escape("")
