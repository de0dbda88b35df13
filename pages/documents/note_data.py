"""A note as plain data, block by block, for documents to be set from."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format

from pages.blocks.media import may_be_seen
from pages.documents.rich_text import as_data
from pages.enums import CalloutKind
from pages.models import NewsPage
from pages.rules.video import video_reference


def block_data(note: NewsPage) -> list[dict[str, Any]]:
    """What each block says, as `{"type": …, …}`; pictures give only their words, those that may not be seen nothing."""
    told = [block for block in note.body if block.block_type != "image" or may_be_seen(block.value)]
    return [{"type": block.block_type} | WRITERS[block.block_type](block.value) for block in told]


def corrections_data(note: NewsPage) -> list[dict[str, str]]:
    """Each correction note as its day in words and its text, the most recent first."""
    told = note.told_corrections
    return [{"day": date_format(each.made_on, "DATE_FORMAT"), "text": each.text} for each in told]


def place_of(note: NewsPage) -> str:
    """Where it happened, as `locality, district`; blank when neither is known."""
    return ", ".join(part for part in (note.locality, str(note.district or "")) if part)


def _quote(value) -> dict:
    return {"text": value["text"], "speaker": value["speaker"], "position": value["position"]}


def _picture(value) -> dict:
    return {"caption": value["caption"] or value["image"].contextual_alt_text or "", "credit": value["credit"]}


def _table(value) -> dict:
    table = value["table"]
    return {
        "caption": value["caption"],
        "columns": [column["heading"] for column in table.columns],
        "numeric": [column["block"].name == "number" for column in table.columns],
        "rows": [[str(cell) for cell in row] for row in table.rows],
    }


def _video(value) -> dict:
    reference = video_reference(value["url"])
    return {"title": value["title"], "url": reference.page_url if reference else value["url"]}


WRITERS: dict[str, Callable[[Any], dict]] = {
    "text": lambda value: {"paragraphs": as_data(str(value))},
    "quote": _quote,
    "image": _picture,
    "photo_set": lambda value: {
        "type": "gallery",
        "title": value["title"],
        "pictures": [_picture(each) for each in value.shown],
    },
    "gallery": lambda value: {"title": value["title"], "pictures": [_picture(each) for each in value.shown]},
    "video": _video,
    "video_file": lambda value: {"title": value["title"], "description": value["description"]},
    "audio": lambda value: {"title": value["title"], "paragraphs": as_data(str(value["transcript"]))},
    "document": lambda value: {"title": value["title"] or (value["file"].title if value["file"] else "")},
    "table": _table,
    "callout": lambda value: {
        "kind": str(CalloutKind(value["kind"]).label),
        "title": value["title"],
        "paragraphs": as_data(str(value["text"])),
    },
    "figures": lambda value: {"title": value["title"], "items": [dict(item) for item in value["items"]]},
}
