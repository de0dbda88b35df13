"""A note as a PDF on the office's paper, set with Typst."""

import json
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

import typst
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionImage, InstitutionSettings, YearName
from pages.documents.note_data import block_data, corrections_data, place_of
from pages.models import NewsPage

TEMPLATE = Path(__file__).parent / "templates" / "note.typ"
PHOTO, COAT = "width-1400|format-jpeg", "height-200|format-png"


def note_pdf(note: NewsPage, *, at: datetime) -> bytes:
    """The PDF's bytes; `at` is the date that its foot says it was made."""
    with tempfile.TemporaryDirectory(prefix="nota-") as folder:
        root = Path(folder)
        shutil.copy(TEMPLATE, root / "note.typ")
        (root / "note.json").write_text(json.dumps(_data(note, root, at), ensure_ascii=False), encoding="utf-8")
        return typst.compile(str(root / "note.typ"), root=folder)


def _data(note: NewsPage, root: Path, at: datetime) -> dict:
    institution = InstitutionSettings.load()
    published = localtime(note.published_at or at)
    year = YearName.objects.filter(year=published.year).first()
    return {
        "institution": institution.name,
        "office": institution.office_name,
        "colour": institution.primary_colour,
        "coat": laid_beside(institution.coat_of_arms, COAT, root / "coat.png"),
        "year_name": year.name if year else "",
        "number": str(note.number or ""),
        "kicker": note.kicker,
        "title": note.title,
        "summary": note.summary,
        "dateline": _dateline(note, published),
        "photo": laid_beside(note.lead_photo, PHOTO, root / "photo.jpg"),
        "photo_caption": " ".join(part for part in (note.lead_photo_caption, note.lead_photo_credit) if part),
        "blocks": block_data(note),
        "corrections": corrections_data(note),
        "contact": note.press_contact or institution.press_contact,
        "made": _("Documento generado el %(day)s") % {"day": date_format(localdate(at), "DATE_FORMAT")},
    }


def _dateline(note: NewsPage, published: datetime) -> str:
    return " · ".join(
        part for part in (place_of(note), date_format(published, "DATE_FORMAT"), str(note.unit or "")) if part
    )


def laid_beside(image: InstitutionImage | None, spec: str, target: Path) -> str | None:
    """The picture cut by `spec` and laid beside the template; its name there, or None without one to show."""
    if image is None or not image.may_be_seen:
        return None
    try:
        with image.get_rendition(spec).file.open() as file:
            target.write_bytes(file.read())
    except OSError:
        return None
    return target.name
