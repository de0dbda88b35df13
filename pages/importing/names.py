"""What a file's name tells: whether to skip it, what to advise, which note's photograph it is."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

PHOTO_SUFFIXES = frozenset({"jpg", "jpeg", "png", "webp", "heic"})

_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_PHOTO_WORDS = "fotografias?|fotos?|imagen|imagenes|img|portada|principal|galeria|copia"
_NUMBERED = re.compile(rf"[ \-.]*(?:(?:{_PHOTO_WORDS})[ \-.]*)?(?:[0-9]{{1,3}}|\([0-9]{{1,3}}\))?")


def fold(name: str) -> str:
    """A name as people compare it: without accents or capitals, underscores and doubled spaces as one space."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.casefold().replace("_", " ").split())


def is_ignored(name: str) -> bool:
    """True for what nobody wrote: hidden files, Word's lock and recovery files, Windows' thumbnails."""
    return name.startswith((".", "~$", "~WRL")) or name.casefold() in _IGNORED_NAMES


def note_names(name: str) -> Iterator[str]:
    """The folded note names that a photograph called `name` may belong to, the longest (surest) first.

    "nota 12-1", "nota 12 (2)" and "nota 12_foto" may all be of "nota 12"; "nota 12" is never of "nota 1".
    """
    stem = fold(name)
    yield stem
    for cut in range(len(stem) - 1, 0, -1):
        if not stem[cut].isalnum() and _NUMBERED.fullmatch(stem, cut):
            yield stem[:cut].rstrip(" -.")


def advice_for(path: Path) -> str:
    """What to do with a file that cannot be imported, in Spanish."""
    match path.suffix.casefold():
        case ".doc" | ".rtf" | ".dot" | ".docm" | ".dotx":
            return _("Formato no admitido. Ábralo en Word y guárdelo como «Documento de Word (.docx)».")
        case ".odt" | ".fodt" | ".pages":
            return _("Formato no admitido. Ábralo en el programa con que se hizo y guárdelo como .docx.")
        case ".pdf":
            return _("De un PDF no se puede tomar el texto con seguridad. Importe el documento de Word original.")
        case ".gif" | ".bmp" | ".tif" | ".tiff" | ".avif" | ".raw" | ".cr2":
            return _("Formato de imagen no admitido. Guárdela como .jpg o .png.")
        case _:
            return _("No es una nota ni una fotografía. Súbalo aparte desde el panel de administración.")
