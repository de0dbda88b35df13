"""A .docx is a zip package of XML parts. Checks one before any library builds it in memory."""

import io
import zipfile
import zlib
from xml.parsers import expat

from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.note import UnreadableNote
from pages.importing.signatures import describe_stranger

_ENCRYPTED_FLAG = 0x1
# zipfile inflates these two by bounded steps; bzip2 and LZMA it inflates whole, and Word never writes them.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


def check_package(data: bytes) -> None:
    """Raises UnreadableNote unless `data` is a whole, unlocked Word package of bounded size and depth."""
    if not data.startswith(b"PK"):
        raise UnreadableNote(describe_stranger(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_entries(package.infolist())
            _check_parts(package)
    except _BROKEN as error:
        raise UnreadableNote(
            _("El archivo está incompleto o dañado y no se puede abrir. Pida una copia a quien lo redactó.")
        ) from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise UnreadableNote(
            _("El archivo no es un documento de Word aunque se llame .docx. Ábralo y guárdelo como .docx.")
        )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise UnreadableNote(_("El documento está protegido con contraseña. Guárdelo sin contraseña e impórtelo."))
    unpacked = sum(entry.file_size for entry in entries)
    odd = any(entry.compress_type not in _METHODS for entry in entries)
    if len(entries) > limits.MAX_PACKAGE_ENTRIES or unpacked > limits.MAX_UNPACKED_BYTES or odd:
        raise _oversized()


def _check_parts(package: zipfile.ZipFile) -> None:
    for entry in package.infolist():
        with package.open(entry) as part:
            if _looks_like_xml(part.read(64)):
                _check_xml(package, entry)


def _looks_like_xml(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")


def _check_xml(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    if entry.file_size > limits.MAX_XML_BYTES:
        raise _oversized()
    parser = _bounded_parser()
    try:
        with package.open(entry) as part:
            parser.ParseFile(part)
    except expat.ExpatError as error:
        raise zipfile.BadZipFile(entry.filename) from error


def _bounded_parser() -> expat.XMLParserType:
    """A parser that builds nothing and stops at an entity declaration, too many elements or too deep a nesting."""
    parser = expat.ParserCreate()
    depth = count = 0

    def start(*_args: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > limits.MAX_XML_DEPTH or count > limits.MAX_XML_ELEMENTS:
            raise _oversized()

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_args: object) -> None:
    raise _oversized()


def _oversized() -> UnreadableNote:
    return UnreadableNote(
        _("El documento es demasiado grande o complejo para ser una nota. Copie su texto en un documento nuevo.")
    )
