"""What a file becomes once read: plain values, free of models, from which a draft can be saved."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

BlockType = Literal["text", "table", "quote", "image"]


class UnreadableNote(Exception):
    """A file that cannot become a note. `message` is Spanish, for the person who put it in the folder."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Block:
    """One piece of the body, in reading order.

    text: clean HTML (h2 h3 h4 p b i ul ol li a hr). quote: {"text", "speaker", "position"}.
    table: {"caption": str, "columns": [heading, …], "rows": [[cell, …], …]}, every row as long as the columns.
    image: {"picture": key of a Picture, "caption": str}.
    """

    type: BlockType
    value: Any


@dataclass(frozen=True)
class Picture:
    """A picture of the note: its bytes when it travelled inside the file, its path when it lies beside it."""

    key: str
    filename: str
    alt: str = ""
    caption: str = ""
    content: bytes = field(default=b"", repr=False)
    path: Path | None = None

    def read(self) -> bytes:
        """The picture's bytes, wherever they are. Raises OSError if the file has gone since it was listed."""
        return self.path.read_bytes() if self.path else self.content


@dataclass(frozen=True)
class Manuscript:
    """A file turned into HTML, not yet clean nor told apart; `fields` are those its author named outright."""

    html: str
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadNote:
    """A note as read. `pictures` holds those of the body first, then the photographs lying beside the file.

    `fingerprint` is the SHA-256 of the file's bytes, in hexadecimal: the same file gives the same fingerprint.
    `former_number` is the number it was issued with on paper ("045-2026-OII-MPA"), or "".
    """

    title: str
    kicker: str
    summary: str
    date: datetime.date | None
    place: str
    author: str
    body: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    warnings: tuple[str, ...]
    fingerprint: str
    former_number: str = ""

    @property
    def loose_pictures(self) -> tuple[Picture, ...]:
        """Pictures the body does not show: the first of them is the natural lead photograph."""
        shown = {block.value["picture"] for block in self.body if block.type == "image"}
        return tuple(picture for picture in self.pictures if picture.key not in shown)
