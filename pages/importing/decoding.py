"""Bytes of a text file → text, whichever of the encodings Windows, Mac or Linux wrote it in."""

import codecs
import re

from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.note import UnreadableNote
from pages.importing.signatures import true_type

# Tab, line ends, vertical tab and page break are text; so is the end-of-file mark of old DOS editors.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def decode(data: bytes) -> str:
    """The text with plain "\\n" line ends: UTF-16 with its mark, UTF-8 or Windows-1252. Raises UnreadableNote."""
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise _not_text() from error
    if _CONTROL.search(text) or true_type(data):
        raise _not_text()
    if len(text) > limits.MAX_TEXT_CHARACTERS:
        raise too_long()
    return "\n".join(text.replace("\x1a", "").splitlines())


def too_long() -> UnreadableNote:
    """The error for a text no note could need."""
    return UnreadableNote(
        _("El texto supera los %(limit)d caracteres: no parece una nota. Divídalo en varios archivos.")
        % {"limit": limits.MAX_TEXT_CHARACTERS}
    )


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _not_text() -> UnreadableNote:
    return UnreadableNote(
        _("El archivo no contiene texto legible. Ábralo con el programa con que se hizo y guárdelo como UTF-8 o .docx.")
    )
