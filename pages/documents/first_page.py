"""A PDF's pages and its first one as a picture, read apart from us: any file may be broken, endless or malicious."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from institution.apart import told_apart
from pages.enums.materials import PdfState

READER = Path(__file__).with_name("pdf_reader.py")
SECONDS = 20
CHUNK = 1024 * 1024


@dataclass(frozen=True)
class FirstPage:
    """What came of it: the number of pages, and a JPEG of the first; zero and empty unless it could be read."""

    state: PdfState
    pages: int = 0
    picture: bytes = b""


def first_page(chunks: Iterator[bytes]) -> FirstPage:
    """Open the PDF that the chunks make, in a process with bounded memory and time; never raises for what it holds."""
    with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
        source, picture = Path(folder, "file.pdf"), Path(folder, "page.jpg")
        with source.open("wb") as out:
            out.writelines(chunks)
        told = told_apart(READER, source, picture, seconds=SECONDS)
        if told.get("state") != PdfState.READ or not picture.exists():
            return FirstPage(PdfState(told.get("state", PdfState.BROKEN)))
        return FirstPage(PdfState.READ, told["pages"], picture.read_bytes())
