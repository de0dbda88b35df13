"""PDFs for the demonstration's materials: a drawn cover, and a page for each chapter."""

import io
import json
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import typst
from django.core.files.base import ContentFile
from django.utils.text import slugify

from institution.models import InstitutionDocument, InstitutionSettings
from pages.demo.files import JPEG_QUALITY, seed_of
from pages.demo.pictures import draw

TEMPLATE = Path(__file__).parent / "sheet.typ"
SIZE = (1500, 1000)

Chapter = dict[str, str]


def sheet_document(
    *, title: str, summary: str, kind: str, scene: str, paper: str, chapters: list[Chapter]
) -> InstitutionDocument:
    """The PDF kept in the library. `paper` is one of Typst's: `a3`, `a4`, `a5`, `presentation-16-9`."""
    institution = InstitutionSettings.load()
    words = {
        "title": title,
        "summary": summary,
        "kind": kind,
        "paper": paper,
        "chapters": chapters,
        "institution": institution.name,
        "colour": institution.primary_colour,
    }
    out = io.BytesIO()
    draw(scene, seed=seed_of(title), size=SIZE, title=title).save(out, "JPEG", quality=JPEG_QUALITY)
    name = f"{slugify(title)[:50]}-{paper}.pdf"
    return InstitutionDocument.objects.create(title=title, file=ContentFile(_set(words, out.getvalue()), name=name))


def _set(words: dict, picture: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="demo-") as folder, as_file(files("font_manrope") / "files") as fonts:
        Path(folder, "sheet.typ").write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        Path(folder, "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        Path(folder, "picture.jpg").write_bytes(picture)
        return typst.compile(str(Path(folder, "sheet.typ")), root=folder, font_paths=[str(fonts)])
