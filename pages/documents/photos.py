"""A note's pictures in full size, in one archive."""

import tempfile
import zipfile
from pathlib import PurePosixPath
from typing import IO

from institution.models import InstitutionImage
from pages.models import NewsPage

SPOOLED = 8 * 1024 * 1024

Credited = tuple[InstitutionImage, str, str]


def note_pictures(note: NewsPage) -> list[Credited]:
    """The pictures with their caption and credit, the lead photo first, each once."""
    found = [(note.lead_photo, note.lead_photo_caption, note.lead_photo_credit)] if note.lead_photo else []
    for block in note.body:
        if block.block_type == "image":
            found.append(_of(block.value))
        elif block.block_type == "gallery":
            found += [_of(each) for each in block.value["pictures"]]
    return list({image.pk: (image, caption, credit) for image, caption, credit in reversed(found)}.values())[::-1]


def photos_zip(note: NewsPage) -> IO[bytes] | None:
    """The archive with `creditos.txt`, at its start; None when the note has no picture whose file is there."""
    pictures = [each for each in note_pictures(note) if each[0].file.storage.exists(each[0].file.name)]
    return _archive(pictures) if pictures else None


def _of(value) -> Credited:
    return value["image"], value["caption"], value["credit"]


def _archive(pictures: list[Credited]) -> IO[bytes]:
    out = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # the response closes it
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("creditos.txt", "\n".join(_credit_lines(pictures)))
        for name, (image, _caption, _credit) in zip(_names(pictures), pictures, strict=True):
            with image.file.storage.open(image.file.name) as file:
                archive.writestr(name, file.read())
    out.seek(0)
    return out


def _names(pictures: list[Credited]) -> list[str]:
    return [f"{n:02d}-{PurePosixPath(image.file.name).name}" for n, (image, _c, _r) in enumerate(pictures, 1)]


def _credit_lines(pictures: list[Credited]) -> list[str]:
    return [
        f"{name}: {caption} {credit}".strip()
        for name, (_i, caption, credit) in zip(_names(pictures), pictures, strict=True)
    ]
