"""Run in a process of its own: reads the text of a PDF or Word document, and tells in JSON what came of it.

    python reader.py FILE MOST_CHARACTERS

It may use a gigabyte and twenty seconds of processor, and stops by itself after ten. It imports nothing of ours.
What a file is, its first bytes say, not its name.
"""

import json
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

MEMORY, PROCESSOR_SECONDS = 1024**3, 20
ENOUGH_SECONDS = 10
MOST_PAGES = 300
MOST_XML = 20 * 1024**2  # bytes of all the parts of a Word document that are text, unpacked
OLE = b"\xd0\xcf\x11\xe0"  # old Office files, and new ones under a password
LOCKED_OLE = "EncryptedPackage".encode("utf-16-le")


def main(source: str, most: str) -> dict:
    """What came of it: a state and, where there is, the text."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    with Path(source).open("rb") as file:
        head = file.read(1024)
    try:
        if b"%PDF-" in head:
            return pdf(source, int(most))
        if head.startswith(b"PK"):
            return word(source, int(most))
        locked = head.startswith(OLE) and LOCKED_OLE in Path(source).read_bytes()
        return {"state": "encrypted" if locked else "broken"}
    except MemoryError:
        return {"state": "too_heavy"}


def pdf(source: str, most: int) -> dict:
    """The text of the first pages, as many as are enough."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(source)
        until = time.monotonic() + ENOUGH_SECONDS
        texts, size = [], 0
        for text in pages(document):
            texts.append(text[: most - size])
            size += len(text)
            if size > most or time.monotonic() > until:
                break
        whole = len(texts) == len(document) and size <= most
        return {"state": "read" if whole else "partial", "text": "\n".join(texts)}
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        return {"state": "encrypted" if locked else "broken"}


def pages(document) -> Iterator[str]:
    """The text of each page, blank where one can't be read."""
    import pypdfium2 as pdfium

    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()
        except pdfium.PdfiumError:
            yield ""


def word(source: str, most: int) -> dict:
    """The text of a .docx; a package that unpacks into too much is refused before it is."""
    import mammoth

    try:
        parts = zipfile.ZipFile(source).infolist()
        if sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))) > MOST_XML:
            return {"state": "too_heavy"}
        with Path(source).open("rb") as file:
            text = mammoth.extract_raw_text(file).value
        return {"state": "read" if len(text) <= most else "partial", "text": text[:most]}
    except MemoryError:
        raise
    except Exception:  # mammoth names no error of its own: a malformed part shows as whatever its code stumbled upon
        return {"state": "broken"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:3])))
