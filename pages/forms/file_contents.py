"""What an attached file holds, looked at without unpacking or drawing anything: its name may say something else."""

import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image

from institution.rules.pictures import UNREADABLE_PICTURE
from pages.importing.limits import MAX_PACKAGE_ENTRIES, MAX_UNPACKED_BYTES
from pages.importing.signatures import HEAD_BYTES, OLE, true_type

MOST_PIXELS = 60_000_000  # a photo of a good camera, and no picture that fills the memory of who opens it
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
PACKAGES = {
    ".docx": "word/",
    ".xlsx": "xl/",
    ".pptx": "ppt/",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".zip": "",
}
RECORDINGS = {".mp3": {"mp3"}, ".ogg": {"ogg"}, ".wav": {"wav"}, ".mp4": {"mp4", "m4v", "3gp"}}
BROKEN_PACKAGE = (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError)


def _picture(file: UploadedFile, head: bytes, extension: str) -> bool:
    try:
        with Image.open(file, formats=[PICTURES[extension]]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_too_large(file))
            picture.verify()
    except UNREADABLE_PICTURE:
        return False
    return True


def _package(file: UploadedFile, head: bytes, extension: str) -> bool:
    """Only the list of what it holds is read."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
    except BROKEN_PACKAGE:
        return False
    if len(entries) > MAX_PACKAGE_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise ValidationError(_too_large(file))
    return any(entry.filename.startswith(PACKAGES[extension]) for entry in entries)


def _pdf(file: UploadedFile, head: bytes, extension: str) -> bool:
    return b"%PDF-" in head[:1024]


def _old_office(file: UploadedFile, head: bytes, extension: str) -> bool:
    return head.startswith(OLE)


def _recording(file: UploadedFile, head: bytes, extension: str) -> bool:
    return true_type(head) in RECORDINGS[extension]


def _text(file: UploadedFile, head: bytes, extension: str) -> bool:
    return b"\0" not in head and not true_type(head)


CHECKS: dict[str, Callable[[UploadedFile, bytes, str], bool]] = {
    ".pdf": _pdf,
    **dict.fromkeys(PICTURES, _picture),
    **dict.fromkeys(PACKAGES, _package),
    **dict.fromkeys((".doc", ".xls", ".ppt"), _old_office),
    **dict.fromkeys(RECORDINGS, _recording),
    **dict.fromkeys((".txt", ".csv"), _text),
}


def check_contents(file: UploadedFile) -> None:
    """Pass if the file is what its name says. Raises ValidationError for another, or one that unpacks enormous."""
    extension = PurePosixPath(file.name or "").suffix.lower()
    head = file.read(HEAD_BYTES)
    file.seek(0)
    sound = CHECKS[extension](file, head, extension)
    file.seek(0)
    if not sound:
        told = _(
            "«%(name)s» no es un archivo %(kind)s, aunque su nombre lo diga, o está dañado. Ábralo, guárdelo de nuevo "
            "y vuelva a elegir sus archivos: lo que escribió sigue aquí."
        )
        raise ValidationError(told, params={"name": file.name, "kind": extension[1:].upper()})


def _too_large(file: UploadedFile) -> str:
    told = _("«%(name)s» ocupa demasiado al abrirse: envíe una versión reducida o comparta su enlace en el texto.")
    return str(told) % {"name": file.name}
