"""The pictures of one note, gathered as its file is read."""

import hashlib
from pathlib import Path

from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.note import Picture
from pages.importing.signatures import HEAD_BYTES, PICTURE_TYPES, true_type


class Album:
    """Pictures in order of appearance, each once, at most MAX_PICTURES; `warnings` tells what was left out."""

    def __init__(self, stem: str) -> None:
        self._stem = stem
        self._by_identity: dict[str, Picture] = {}
        self.warnings: list[str] = []

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self._by_identity.values())

    @property
    def is_full(self) -> bool:
        return len(self._by_identity) >= limits.MAX_PICTURES

    def add_content(self, content: bytes, *, alt: str = "") -> str | None:
        """Keeps a picture that came inside the file; its key, or None with a warning if it cannot be used."""
        extension = true_type(content)
        if extension not in PICTURE_TYPES:
            self.warn(
                _("Una imagen del documento no se importó porque su formato no sirve para la web. Súbala aparte.")
            )
            return None
        key = self._next_key()
        picture = Picture(key=key, filename=f"{self._stem}-{key}.{extension}", alt=alt, content=content)
        return self._keep(hashlib.sha256(content).hexdigest(), picture)

    def add_file(self, path: Path, *, alt: str = "") -> str | None:
        """Keeps a picture lying beside the note; its key, or None with a warning if it cannot be used."""
        problem = _problem(path)
        if problem:
            self.warn(f"«{path.name}»: {problem}")
            return None
        return self._keep(str(path.resolve()), Picture(key=self._next_key(), filename=path.name, alt=alt, path=path))

    def warn(self, warning: str) -> None:
        """Notes once that something was left out."""
        if warning not in self.warnings:
            self.warnings.append(warning)

    def warn_full(self) -> None:
        """Notes that there are more pictures than a note may have."""
        limit = {"limit": limits.MAX_PICTURES}
        self.warn(_("La nota tiene más de %(limit)d imágenes; se importaron las primeras.") % limit)

    def _next_key(self) -> str:
        return str(len(self._by_identity) + 1)

    def _keep(self, identity: str, picture: Picture) -> str | None:
        known = self._by_identity.get(identity)
        if known is None and self.is_full:
            self.warn_full()
            return None
        return self._by_identity.setdefault(identity, picture).key


def _problem(path: Path) -> str:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except (OSError, ValueError):
        return _("no se encontró la imagen. Copie el archivo junto a la nota.")
    if size > limits.MAX_FILE_BYTES:
        return _("la imagen pesa demasiado. Redúzcala a menos de 30 MB.")
    if true_type(head) not in PICTURE_TYPES:
        return _("el archivo no es una imagen que sirva para la web. Guárdela como .jpg o .png.")
    return ""
