"""Demonstration bodies: from what a data file says to what a body holds."""

from collections.abc import Callable, Iterable
from typing import Any

from pages.demo.files import drawn_image, text_document, tone_document


def body_of(blocks: Iterable[dict[str, Any]], *, name: str) -> list[dict[str, Any]]:
    """The raw value of a body; `name` tells one note's pictures from another's."""
    return [
        {"type": block["type"], "value": MAKERS.get(block["type"], _as_written)(block, f"{name}-{n}")}
        for n, block in enumerate(blocks)
    ]


def _as_written(block: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in block.items() if key != "type"}


def _picture(block: dict[str, Any], name: str) -> dict[str, Any]:
    title = block.get("caption") or block["alt"]
    words = {"title": title, "alt": block["alt"], "credit": block.get("credit", "")}
    image = drawn_image(name=name, scene=block["scene"], **words)
    return {
        "image": {"image": image.pk, "alt_text": block["alt"], "decorative": False},
        "caption": block.get("caption", ""),
        "credit": block.get("credit", ""),
    }


def _gallery(block: dict[str, Any], name: str) -> dict[str, Any]:
    pictures = [_picture(each, f"{name}-{n}") for n, each in enumerate(block["pictures"])]
    return {"title": block["title"], "pictures": pictures}


def _table(block: dict[str, Any], name: str) -> dict[str, Any]:
    kinds = ["number" if numeric else "text" for numeric in block["numeric"]]
    columns = [{"type": kind, "heading": head} for kind, head in zip(kinds, block["columns"], strict=True)]
    rows = [{"values": row} for row in block["rows"]]
    return {"caption": block["caption"], "table": {"columns": columns, "rows": rows, "caption": ""}}


MAKERS: dict[str, Callable[[dict[str, Any], str], Any]] = {
    "text": lambda block, name: block["html"],
    "image": _picture,
    "gallery": _gallery,
    "table": _table,
    "audio": lambda block, name: {
        "title": block["title"],
        "file": tone_document(title=block["title"]).pk,
        "transcript": block["transcript"],
    },
    "document": lambda block, name: {
        "title": block["title"],
        "file": text_document(title=block["title"], text=block["text"]).pk,
    },
}
