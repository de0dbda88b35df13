"""The text of a file that somebody uploaded, within bounds of size, time and memory; no file is an error."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.db.models.fields.files import FieldFile

from institution.apart import told_apart
from search.enums import TextState
from search.rules.extracted import tidied

READER = Path(__file__).with_name("reader.py")
READABLE = frozenset({"pdf", "docx"})
SECONDS = 30
MOST_BYTES = 60 * 1024**2
MOST_CHARACTERS = 200_000  # about seventy printed pages
CHUNK = 1024**2


@dataclass(frozen=True)
class FileText:
    """What came of reading a file; its text is blank unless the state is one of those that have it."""

    state: TextState
    text: str = ""


def text_of(file: FieldFile) -> FileText:
    """The text inside a PDF or a .docx."""
    if str(file.name).rpartition(".")[2].lower() not in READABLE:
        return FileText(TextState.OTHER_KIND)
    try:
        if file.storage.size(str(file.name)) > MOST_BYTES:
            return FileText(TextState.TOO_HEAVY)
        return _read_apart(file)
    except OSError:
        return FileText(TextState.BROKEN)


def _read_apart(file: FieldFile) -> FileText:
    with tempfile.TemporaryDirectory(prefix="text-") as folder:
        source = Path(folder, "file")
        with file.storage.open(str(file.name)) as read, source.open("wb") as out:
            out.writelines(read.chunks(CHUNK))
        told = told_apart(READER, source, str(MOST_CHARACTERS), seconds=SECONDS)
    text = tidied(told.get("text", ""))
    state = TextState(told["state"])
    return FileText(TextState.NO_TEXT) if state.has_text and not text else FileText(state, text)
