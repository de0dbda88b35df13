"""A note as plain text, to paste into a newsroom's editor."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionSettings
from pages.documents.note_data import block_data, corrections_data, place_of
from pages.models import NewsPage


def note_text(note: NewsPage) -> str:
    """The note's words in reading order, ended by the press contact."""
    institution = InstitutionSettings.load()
    head = [institution.name, institution.office_name, str(note.number or ""), "", note.kicker, note.title.upper(), ""]
    written = [*head, note.summary, "", _dateline(note), ""]
    for block in block_data(note):
        written += [*LINES[block["type"]](block), ""]
    written += [_("Fe de erratas, %(day)s: %(text)s") % each for each in corrections_data(note)]
    contact = note.press_contact or institution.press_contact
    return "\n".join([*written, f"{_('Contacto de prensa')}: {contact}" if contact else "", ""])


def _dateline(note: NewsPage) -> str:
    day = date_format(localtime(note.published_at), "DATE_FORMAT") if note.published_at else ""
    return " · ".join(part for part in (place_of(note), day) if part)


def _paragraphs(block: dict[str, Any]) -> Iterator[str]:
    marks = {"item": "- ", "numbered": "- "}
    for paragraph in block["paragraphs"]:
        words = " ".join("".join(run["text"] for run in paragraph["runs"]).split())
        yield ("\n" if paragraph["kind"] == "heading" else "") + marks.get(paragraph["kind"], "") + words


def _picture(block: dict[str, Any]) -> Iterator[str]:
    yield f"[{_('Foto')}: {block['caption']}{' — ' + block['credit'] if block['credit'] else ''}]"


LINES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "text": _paragraphs,
    "quote": lambda block: [f"«{block['text']}», {_('dijo')} {block['speaker']}"
                            + (f", {block['position']}." if block["position"] else ".")],
    "image": _picture,
    "gallery": lambda block: [block["title"], *[line for each in block["pictures"] for line in _picture(each)]],
    "video": lambda block: [f"[Video: {block['title']}] {block['url']}"],
    "video_file": lambda block: [f"[Video: {block['title']}]", block["description"]],
    "audio": lambda block: [f"[Audio: {block['title']}]", *_paragraphs(block)],
    "document": lambda block: [f"[{_('Documento')}: {block['title']}]"],
    "table": lambda block: [block["caption"], "\t".join(block["columns"]), *["\t".join(row) for row in block["rows"]]],
    "callout": lambda block: [block["title"], *_paragraphs(block)],
    "figures": lambda block: [block["title"], *[f"- {each['value']} {each['label']}" for each in block["items"]]],
}  # fmt: skip
