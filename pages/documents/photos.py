"""A piece's pictures in full size, in one archive, without what their cameras wrote beside them."""

import tempfile
import zipfile
from pathlib import PurePosixPath
from typing import IO

from institution.models import InstitutionImage
from institution.rules.metadata import UnknownFormat, without_metadata
from pages.cuts import first_cut
from pages.models import PhotoSet, Piece

SPOOLED = 8 * 1024 * 1024
CLEANED_AS_THEY_ARE = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif"})

Credited = tuple[InstitutionImage, str, str]


def piece_pictures(piece: Piece) -> list[Credited]:
    """The pictures that may be seen, with caption and credit, also those of its sets, the lead photo first, once."""
    found = [(piece.lead_photo, piece.lead_photo_caption, piece.lead_photo_credit)] if piece.lead_photo else []
    for block in piece.body:
        if block.block_type == "image":
            found.append(_of(block.value))
        elif block.block_type in ("gallery", "photo_set"):
            found += [_of(each) for each in block.value.shown]
    for photo_set in PhotoSet.objects.for_page(piece):
        found += [(image, image.caption, image.credit) for image in photo_set.shown()]
    seen = [each for each in reversed(found) if each[0] and each[0].may_be_seen]
    return list({each[0].pk: each for each in seen}.values())[::-1]


def photos_zip(piece: Piece) -> IO[bytes] | None:
    """The archive with `creditos.txt`, at its start; None when the piece has no picture whose file is there."""
    pictures = [each for each in piece_pictures(piece) if each[0].file.storage.exists(each[0].file.name)]
    return _archive(pictures) if pictures else None


def _of(value) -> Credited:
    return value["image"], value["caption"], value["credit"]


def _archive(pictures: list[Credited]) -> IO[bytes]:
    out = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # the response closes it
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("creditos.txt", "\n".join(_credit_lines(pictures)))
        for name, (image, _caption, _credit) in zip(_names(pictures), pictures, strict=True):
            if content := _clean(image):
                archive.writestr(name, content)
    out.seek(0)
    return out


def _clean(image: InstitutionImage) -> bytes:
    """The original bit for bit but for its metadata, as a JPEG when it is of another kind; empty if unreadable."""
    with image.file.storage.open(image.file.name) as file:
        content: bytes = file.read()
    try:
        return without_metadata(content)
    except UnknownFormat:
        cut = first_cut(image, "original")
        return cut.file.read() if cut else b""


def _names(pictures: list[Credited]) -> list[str]:
    return [f"{n:02d}-{_file_name(image)}" for n, (image, _c, _r) in enumerate(pictures, 1)]


def _file_name(image: InstitutionImage) -> str:
    path = PurePosixPath(image.file.name)
    return path.name if path.suffix.lower() in CLEANED_AS_THEY_ARE else f"{path.stem}.jpg"


def _credit_lines(pictures: list[Credited]) -> list[str]:
    return [
        f"{name}: {caption} {credit}".strip() + f" — {image.get_licence_display()}"
        for name, (image, caption, credit) in zip(_names(pictures), pictures, strict=True)
    ]
