"""Which files of a folder are notes, which photographs are theirs, and what cannot be imported."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext as _

from pages.importing import limits
from pages.importing.names import PHOTO_SUFFIXES, advice_for, fold, is_ignored, note_names


class Kind(StrEnum):
    DOCX = "docx"
    MARKDOWN = "md"
    TEXT = "txt"


class UnusableFolder(Exception):
    """The folder cannot be read or is too large. `message` is Spanish, for the person who named it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Source:
    """A file to import and the photographs that belong to it. `folder` is the furthest a link in it may reach."""

    path: Path
    kind: Kind
    photos: tuple[Path, ...] = ()
    folder: Path | None = None


@dataclass(frozen=True)
class Unsupported:
    """A file left out, and what a person can do about it (Spanish)."""

    path: Path
    advice: str


@dataclass(frozen=True)
class Listing:
    """All that a folder holds, each in natural order ("nota 2" before "nota 10")."""

    sources: tuple[Source, ...]
    unsupported: tuple[Unsupported, ...]
    orphan_photos: tuple[Path, ...]


def find_sources(folder: Path) -> list[Source]:
    """The notes of a folder and its subfolders. Raises UnusableFolder."""
    return list(list_folder(folder).sources)


def list_folder(folder: Path) -> Listing:
    """Everything in a folder, told apart. Links to elsewhere are not followed. Raises UnusableFolder."""
    files = sorted(_files(folder), key=lambda path: _natural_order(path.relative_to(folder)))
    notes = [path for path in files if _suffix(path) in set(Kind)]
    photos = [path for path in files if _suffix(path) in PHOTO_SUFFIXES]
    photos_of, orphans = _share(photos, notes, folder)
    others = [path for path in files if _suffix(path) not in {*Kind, *PHOTO_SUFFIXES}]
    return Listing(
        sources=tuple(_source(note, photos_of[note], folder) for note in notes),
        unsupported=tuple(Unsupported(path, advice_for(path)) for path in others),
        orphan_photos=tuple(orphans),
    )


def _suffix(path: Path) -> str:
    return path.suffix.casefold().removeprefix(".")


def _source(note: Path, photos: list[Path], folder: Path) -> Source:
    return Source(path=note, kind=Kind(_suffix(note)), photos=tuple(photos), folder=folder)


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise UnusableFolder(
            _("No existe la carpeta «%(folder)s». Revise la ruta y vuelva a intentarlo.") % {"folder": folder}
        )
    for found, path in enumerate(_walk(folder, limits.MAX_FOLDER_DEPTH), 1):
        if found > limits.MAX_FOLDER_FILES:
            raise UnusableFolder(
                _("La carpeta tiene más de %(limit)d archivos. Divídala en carpetas más pequeñas e importe cada una.")
                % {"limit": limits.MAX_FOLDER_FILES}
            )
        yield path


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        children = [child for child in folder.iterdir() if not child.is_symlink() and not is_ignored(child.name)]
    except OSError as error:
        raise UnusableFolder(
            _("No se pudo leer la carpeta «%(folder)s». Pida permiso de lectura y vuelva a intentarlo.")
            % {"folder": folder}
        ) from error
    yield from (child for child in children if child.is_file())
    for child in children if depth else ():
        if child.is_dir():
            yield from _walk(child, depth - 1)


def _natural_order(path: Path) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    return tuple(_natural_key(part) for part in path.parts)


def _natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.split(r"([0-9]+)", fold(name))
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)


def _share(photos: list[Path], notes: list[Path], folder: Path) -> tuple[dict[Path, list[Path]], list[Path]]:
    """The photographs of each note, and those of none. The first note wins where two share a name."""
    by_place = {(note.parent, fold(note.stem)): note for note in reversed(notes)}
    photos_of: dict[Path, list[Path]] = {note: [] for note in notes}
    orphans: list[Path] = []
    for photo in photos:
        owner = _owner(photo, by_place, folder)
        (photos_of[owner] if owner else orphans).append(photo)
    return photos_of, orphans


def _owner(photo: Path, by_place: dict[tuple[Path, str], Path], folder: Path) -> Path | None:
    for parent, name in _places(photo, folder):
        for stem in note_names(name):
            if (parent, stem) in by_place:
                return by_place[parent, stem]
    return None


def _places(photo: Path, folder: Path) -> Iterable[tuple[Path, str]]:
    """Where a note of that name may be: beside the photograph, beside a folder around it, or inside that folder."""
    yield photo.parent, photo.stem
    around = photo.parent
    while around != folder:
        yield around.parent, around.name
        yield around, around.name
        around = around.parent
