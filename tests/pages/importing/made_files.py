"""Real files as an office has them: pictures by Pillow, Word documents by python-docx."""

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from PIL import Image

from pages.importing.note import ReadNote
from pages.importing.reading import read_note
from pages.importing.sources import list_folder


def picture(colour: str = "teal", kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (32, 24), colour).save(file, kind)
    return file.getvalue()


def word_bytes(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def add_picture(document: WordDocument, content: bytes, *, alt: str = "") -> None:
    shape = document.add_picture(io.BytesIO(content))
    shape._inline.docPr.set("descr", alt)


def repacked(data: bytes, changes: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same package with some of its parts replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w", method) as after:
        for name in before.namelist():
            after.writestr(name, changes.get(name, before.read(name)))
        for name in changes.keys() - set(before.namelist()):
            after.writestr(name, changes[name])
    return file.getvalue()


def plain_word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return word_bytes(document)


def read_file(folder: Path, name: str, content: bytes | str) -> ReadNote:
    """The note a file of that name and content gives, read as the import does it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (source,) = [source for source in list_folder(folder).sources if source.path == path]
    return read_note(source)


def texts(note: ReadNote) -> str:
    """The HTML of all its text blocks."""
    return "".join(block.value for block in note.body if block.type == "text")
