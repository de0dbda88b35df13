"""Photos that come packed in a ZIP, taken out one by one without ever trusting what the package says of itself."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _

from pages.models.photo_sets import MOST_PHOTOS

MOST_UNPACKED = 400 * 1024 * 1024
MOST_ENTRIES = 2_000
ENCRYPTED = 0x1
# zipfile inflates these two by bounded steps; bzip2 and LZMA it inflates whole.
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
IGNORED = "__MACOSX/"


class UnusableArchive(ValueError):
    """The ZIP can't be used; the message says in Spanish why and what to do."""


def is_archive(upload: UploadedFile) -> bool:
    """Whether the upload is a ZIP by its name."""
    return (upload.name or "").lower().endswith(".zip")


def photos_held(upload: UploadedFile) -> int:
    """How many photos the upload is or holds, as far as can be told without taking them out."""
    if not is_archive(upload):
        return 1
    try:
        with zipfile.ZipFile(upload) as archive:
            return sum(map(_is_photo, archive.infolist()[:MOST_ENTRIES]))
    except BROKEN:
        return 0


def photos_in(upload: UploadedFile) -> Iterator[UploadedFile]:
    """The photos of the ZIP in the order of their names, one in memory at a time. Raises UnusableArchive."""
    try:
        with zipfile.ZipFile(upload) as archive:
            for entry in _checked(archive.infolist()):
                yield _taken_out(archive, entry)
    except BROKEN as error:
        if isinstance(error, UnusableArchive):
            raise
        raise UnusableArchive(_("El ZIP está incompleto o dañado: vuelva a crearlo y súbalo.")) from error


def _checked(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    photos = [entry for entry in entries[:MOST_ENTRIES] if _is_photo(entry)]
    if not photos:
        raise UnusableArchive(_("El ZIP no tiene fotos: deben ser JPG, PNG, WebP, HEIC o AVIF."))
    if len(entries) > MOST_ENTRIES or len(photos) > MOST_PHOTOS:
        raise UnusableArchive(_("El ZIP tiene más de %(most)d fotos: divídalo en dos series.") % {"most": MOST_PHOTOS})
    if any(entry.flag_bits & ENCRYPTED for entry in photos):
        raise UnusableArchive(_("El ZIP está protegido con contraseña: créelo sin contraseña."))
    odd = any(entry.compress_type not in METHODS for entry in photos)
    if odd or sum(entry.file_size for entry in photos) > MOST_UNPACKED:
        raise _too_large()
    return sorted(photos, key=lambda entry: entry.filename)


def _is_photo(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    extension = path.suffix.lstrip(".").lower()
    hidden = entry.filename.startswith(IGNORED) or path.name.startswith(".")
    return not entry.is_dir() and not hidden and extension in settings.WAGTAILIMAGES_EXTENSIONS


def _taken_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> UploadedFile:
    """One photo; what an entry turns out to hold is measured as it is read, since its declared size may lie."""
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    with archive.open(entry) as part:
        content = part.read(most + 1)
    return SimpleUploadedFile(PurePosixPath(entry.filename).name[-100:], content)


def _too_large() -> UnusableArchive:
    return UnusableArchive(
        _("Las fotos del ZIP pesan más de %(most)d MB en total: divídalo en dos.") % {"most": MOST_UNPACKED // 1024**2}
    )
