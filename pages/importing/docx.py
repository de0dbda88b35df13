"""Word documents → HTML, by mammoth. Styles that say what a paragraph is become its class."""

import io
import re
import zipfile
import zlib
from typing import Any

import mammoth
from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.cleaning import PICTURE_SCHEME
from pages.importing.note import Manuscript, UnreadableNote
from pages.importing.package import check_package
from pages.importing.pictures import Album

# Word keeps the English name of its own styles in every language; the Spanish ones are those people make.
_PARAGRAPH_STYLES = {
    "p.title:fresh": ("Title", "Título", "Titular"),
    "p.subtitle:fresh": ("Subtitle", "Subtítulo", "Bajada", "Entradilla", "Sumilla"),
    "p.kicker:fresh": ("Kicker", "Volanta", "Antetítulo"),
    "p.caption:fresh": ("Caption", "Epígrafe", "Descripción", "Leyenda", "Pie de foto"),
    "blockquote > p:fresh": ("Quote", "Intense Quote", "Quotations", "Cita", "Cita destacada"),
}
_RUN_STYLES = {"em": ("Emphasis", "Subtle Emphasis", "Intense Emphasis", "Énfasis"), "strong": ("Intense Strong",)}
_STYLE_MAP = "\n".join(
    [f"p[style-name='{name}'] => {path}" for path, names in _PARAGRAPH_STYLES.items() for name in names]
    + [f"r[style-name='{name}'] => {path}" for path, names in _RUN_STYLES.items() for name in names]
    + ["all-caps => span.caps", "strike => del"]
)
_BACK_TO_TEXT = re.compile(r'<a href="#(?:footnote|endnote)-ref-[^"]*">[^<]*</a>')
# Word writes such texts by itself: nobody who could see the picture has read them.
_MACHINE_ALT = re.compile(r"generad[ao] (?:automáticamente|por IA)|AI-generated|^(?:imagen|picture|image)\s*\d*$", re.I)


def read(data: bytes, album: Album) -> Manuscript:
    """The document as HTML; its pictures go to `album` and leave `picture:KEY` behind. Raises UnreadableNote."""
    check_package(data)
    html = _BACK_TO_TEXT.sub("", _convert(data, album))
    return Manuscript(html=html, warnings=tuple(_warnings(html)))


def _convert(data: bytes, album: Album) -> str:
    try:
        return mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLE_MAP,
            convert_image=_PictureTaker(album),
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    # mammoth names no error of its own: a malformed part shows as whatever its code stumbled upon.
    except Exception as error:
        raise UnreadableNote(
            _("El documento está dañado y no se puede leer. Ábralo en Word, guárdelo de nuevo e impórtelo.")
        ) from error


class _PictureTaker:
    """Puts each embedded picture in the album; a broken or linked one leaves nothing."""

    def __init__(self, album: Album) -> None:
        self._album = album
        self._taken = 0

    def __call__(self, image: Any) -> list[Any]:
        key = self._key(image)
        return mammoth.images.img_element(lambda _image: {"src": f"{PICTURE_SCHEME}{key}"})(image) if key else []

    def _key(self, image: Any) -> str | None:
        self._taken += 1
        if self._taken > limits.MAX_PICTURES * 2:
            self._album.warn_full()
            return None
        try:
            with image.open() as file:
                content = file.read()
        except (KeyError, OSError, ValueError, zipfile.BadZipFile, zlib.error):
            self._album.warn(_("Una imagen enlazada o dañada del documento no se importó. Súbala aparte."))
            return None
        return self._album.add_content(content, alt=_described(image.alt_text))


def _described(alt: str | None) -> str:
    text = " ".join((alt or "").split())
    return "" if _MACHINE_ALT.search(text) or re.search(r"\.\w{3,4}$", text) else text


def _warnings(html: str) -> list[str]:
    if "<del>" not in html:
        return []
    return [_("El documento tiene texto tachado, que se importó como texto normal. Revíselo.")]
