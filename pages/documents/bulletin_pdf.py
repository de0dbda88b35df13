"""A bulletin as a PDF to print, set with Typst from the same edition that the page shows."""

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

import typst
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionImage, InstitutionSettings, YearName
from institution.rules.pictures import UNREADABLE_PICTURE
from pages.documents.bulletin_edition import Article, Edition, edition_of
from pages.models import MaterialPage

TEMPLATE = Path(__file__).parent / "templates" / "bulletin.typ"
# At 300 dots per inch: a column is 8.3 cm wide, the page's text 17.4 cm, the cover 21 cm.
COLUMN, COVER, COAT = "width-980", "width-2480", "height-420|format-png"
JPEG = "|format-jpeg|jpegquality-84"


@dataclass
class BulletinSource:
    """What a bulletin's PDF is set from: its words, and its pictures by the name that the words call them."""

    words: dict
    pictures: dict[str, tuple[InstitutionImage, str]] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """The same as long as the same PDF would come out."""
        files_used = {name: image.file.name for name, (image, _spec) in self.pictures.items()}
        told = json.dumps([self.words, files_used, TEMPLATE.read_text(encoding="utf-8")], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def bulletin_source(bulletin: MaterialPage, *, at: datetime) -> BulletinSource:
    """All that is printed, with the notes that are public at `at`."""
    edition = edition_of(bulletin, at=at)
    source = BulletinSource({})
    source.words = _masthead(bulletin, source, at) | _inside(edition, source) | _colophon(bulletin)
    source.words["cover"] = _place(source, "cover", _cover_photo(bulletin, edition), COVER + JPEG)
    return source


def bulletin_pdf(source: BulletinSource) -> bytes:
    """The PDF's bytes. A picture that can't be read is left out."""
    with tempfile.TemporaryDirectory(prefix="boletin-") as folder, as_file(files("font_manrope") / "files") as fonts:
        root = Path(folder)
        shutil.copy(TEMPLATE, root / "bulletin.typ")
        cut = [name for name, (image, spec) in source.pictures.items() if _cut(image, spec, root / name)]
        words = source.words | {"cut": cut}
        (root / "bulletin.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        return typst.compile(str(root / "bulletin.typ"), root=folder, font_paths=[str(fonts)])


def _masthead(bulletin: MaterialPage, source: BulletinSource, at: datetime) -> dict:
    institution = InstitutionSettings.load()
    day = localtime(bulletin.published_at or at)
    year = YearName.objects.filter(year=day.year).first()
    return {
        "institution": institution.name,
        "office": institution.office_name,
        "contact": " · ".join(part for part in (institution.address, institution.email) if part),
        "colour": institution.primary_colour,
        "accent": institution.accent_colour,
        "coat": _place(source, "coat.png", institution.coat_of_arms, COAT),
        "year_name": year.name if year else "",
        "title": bulletin.title,
        "summary": bulletin.summary,
        "series": bulletin.series or bulletin.get_kind_display(),
        "number": _("N.° %(number)s") % {"number": bulletin.edition_number} if bulletin.edition_number else "",
        "day": date_format(day, "DATE_FORMAT"),
    }


def _inside(edition: Edition, source: BulletinSource) -> dict:
    return {
        "editorial": edition.editorial,
        "editorial_by": edition.editorial_by,
        "sections": [
            {"title": section.title, "articles": [_article(each, source) for each in section.articles]}
            for section in edition.sections
        ],
    }


def _article(article: Article, source: BulletinSource) -> dict:
    note = article.note
    return {
        "anchor": article.anchor,
        "headline": article.headline,
        "summary": article.summary,
        "dateline": article.dateline,
        "paragraphs": article.paragraphs,
        "photo": _place(source, f"{article.anchor}.jpg", note.lead_photo, COLUMN + JPEG),
        "alt": note.lead_photo_alt,
        "caption": note.lead_photo_caption,
        "credit": note.lead_photo_credit,
    }


def _colophon(bulletin: MaterialPage) -> dict:
    copies = _("%(copies)s ejemplares") % {"copies": bulletin.print_run} if bulletin.print_run else ""
    return {
        "credits": [{"role": credit.role, "name": credit.name} for credit in bulletin.credits.all()],
        "print_run": copies,
        "printed_on": date_format(bulletin.printed_on, "DATE_FORMAT") if bulletin.printed_on else "",
        "legal_deposit": bulletin.legal_deposit,
        "licence": str(bulletin.get_licence_display()),
    }


def _cover_photo(bulletin: MaterialPage, edition: Edition) -> InstitutionImage | None:
    photos = [bulletin.lead_photo, *[article.note.lead_photo for article in edition.articles]]
    return next((photo for photo in photos if photo and photo.may_be_seen), None)


def _place(source: BulletinSource, name: str, image: InstitutionImage | None, spec: str) -> str:
    """The name that the picture will have beside the template; blank for none, or when it may not be shown."""
    if image is None or not image.may_be_seen:
        return ""
    source.pictures[name] = image, spec
    return name


def _cut(image: InstitutionImage, spec: str, target: Path) -> bool:
    try:
        with image.get_rendition(spec).file.open() as file:
            target.write_bytes(file.read())
    except UNREADABLE_PICTURE:
        return False
    return True
