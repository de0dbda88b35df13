"""One file of the folder → a note: its headline told apart, its body in blocks, its pictures."""

import datetime
import hashlib

from django.utils.translation import gettext as _

from institution.rules.lima import LIMA
from pages.importing import docx, limits, markdown, plaintext
from pages.importing.composing import compose
from pages.importing.note import Block, Manuscript, Picture, ReadNote, UnreadableNote
from pages.importing.pictures import Album
from pages.importing.sources import Kind, Source

__all__ = ["Block", "Picture", "ReadNote", "UnreadableNote", "read_note"]


def read_note(source: Source) -> ReadNote:
    """The note a file holds. Raises UnreadableNote, with a message in Spanish, for a file that is not one."""
    data = _bytes(source)
    album = Album(source.path.stem)
    manuscript = _manuscript(source, data, album)
    return compose(
        manuscript,
        album=album,
        photos=source.photos,
        name=source.path.stem,
        fingerprint=hashlib.sha256(data).hexdigest(),
        modified_on=_modified_on(source),
    )


def _manuscript(source: Source, data: bytes, album: Album) -> Manuscript:
    beside = source.path.parent
    match source.kind:
        case Kind.DOCX:
            return docx.read(data, album)
        case Kind.MARKDOWN:
            return markdown.read(data, album, beside=beside, folder=source.folder or beside)
        case Kind.TEXT:
            return plaintext.read(data)


def _bytes(source: Source) -> bytes:
    try:
        with source.path.open("rb") as file:
            data = file.read(limits.MAX_FILE_BYTES + 1)
    except OSError as error:
        raise UnreadableNote(
            _("No se pudo abrir el archivo. Ciérrelo en Word, compruebe que puede leerlo y vuelva a intentarlo.")
        ) from error
    if not data:
        raise UnreadableNote(_("El archivo está vacío (0 bytes): no se copió bien. Cópielo de nuevo."))
    if len(data) > limits.MAX_FILE_BYTES:
        raise UnreadableNote(_("El archivo pesa más de 30 MB. Reduzca sus imágenes o póngalas aparte, en la carpeta."))
    return data


def _modified_on(source: Source) -> datetime.date:
    """The day, in Lima, the file was last written."""
    return datetime.datetime.fromtimestamp(source.path.stat().st_mtime, tz=LIMA).date()
