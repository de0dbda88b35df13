"""Reading a material's PDFs and making its cover from the first page of the first one, by the worker."""

from datetime import datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import ReferenceIndex
from wagtail.utils.file import hash_filelike

from institution.models import InstitutionDocument, InstitutionImage
from pages.actions.bulletins import composed_pdf
from pages.cuts import renditions
from pages.documents.first_page import CHUNK, FirstPage, first_page
from pages.enums.materials import PdfState
from pages.models.materials import MaterialPage
from pages.models.pdf_readings import PdfReading
from pages.references import drafts_using

COVER_NAME = "portada-"
FIRST = 10  # before the cutting of pictures, which takes long when many are published at once


def cover_soon(material: MaterialPage) -> None:
    """Have the worker read the material's PDFs once what is being done is committed."""
    transaction.on_commit(lambda: read_material.enqueue(material.pk))


@task(priority=FIRST)
def read_material(material_id: int) -> None:
    """Read the material's PDFs, make its cover and cut it. A material that is gone is no error; safe to repeat."""
    material = MaterialPage.objects.filter(pk=material_id).first()
    if material is not None:
        renditions(make_cover(material=material, at=timezone.now()), "cover")


def make_cover(*, material: MaterialPage, at: datetime) -> InstitutionImage | None:
    """The picture of the first page of the material's first PDF that could be read, written on the material."""
    rows = material.presentations.select_related("document__pdf_reading")
    pdfs = [row.document for row in rows if row.document and row.extension == "pdf"]
    covers = [read_pdf(document=document, at=at).cover for document in pdfs]
    before, cover = material.cover, next(filter(None, covers), None) or _composed_cover(material, at)
    MaterialPage.objects.filter(pk=material.pk).update(cover=cover)
    if before and before != cover:
        drop_cover(cover=before)
    return cover


def drop_cover(*, cover: InstitutionImage) -> bool:
    """Take out of the library a cover that we made and nothing uses any more; whether it went.

    In use is what a page, a draft, a set or another register shows, what is the cover of another material, and what a
    PDF that is still as it was has as its first page.
    """
    covered = MaterialPage.objects.filter(cover=cover).exists() or PdfReading.objects.filter(cover=cover).exists()
    if covered or not cover.file.name.rsplit("/", 1)[-1].startswith(COVER_NAME) or _in_use(cover):
        return False
    cover.delete()
    return True


def _composed_cover(material: MaterialPage, at: datetime) -> InstitutionImage | None:
    """The first page of the PDF that we set of a bulletin; the cover it had stays if that page is the same."""
    if not material.is_composed:
        return None
    file = composed_pdf(bulletin=material, at=at).file
    picture = _opened(file).picture
    if not picture or _is_already(material.cover, picture):
        return material.cover
    return kept_cover(picture, of=material.title)


def _is_already(cover: InstitutionImage | None, picture: bytes) -> bool:
    return cover is not None and cover.get_file_hash() == hash_filelike(BytesIO(picture))


def _in_use(cover: InstitutionImage) -> bool:
    """By anything that is saved but for the material whose cover it was, or by a draft."""
    if ReferenceIndex.get_references_to(cover).exclude(model_path="cover").exists():
        return True
    return any(drafts_using(InstitutionImage, [cover.pk]))


def read_pdf(*, document: InstitutionDocument, at: datetime) -> PdfReading:
    """What the document holds; it is opened again only if its file is another."""
    known = PdfReading.objects.filter(document=document, of_file=document.file.name).first()
    if known:
        return known
    page, before = _opened(document.file), PdfReading.objects.filter(document=document).first()
    cover = kept_cover(page.picture, of=document.title) if page.picture else None
    values = {"of_file": document.file.name, "state": page.state, "pages": page.pages, "cover": cover, "read_at": at}
    reading = PdfReading.objects.update_or_create(document=document, defaults=values)[0]
    if before and before.cover:
        drop_cover(cover=before.cover)
    return reading


def kept_cover(picture: bytes, *, of: str) -> InstitutionImage:
    """The first page kept in the library, with what it is as its alternative text."""
    told = _("Portada de «%(title)s»") % {"title": of[:200]}
    file = ContentFile(picture, name=f"{COVER_NAME}{slugify(of)[:50] or 'documento'}.jpg")
    return InstitutionImage.objects.create(title=told[:255], description=told[:255], file=file)


def _opened(pdf: FieldFile) -> FirstPage:
    try:
        with pdf.storage.open(str(pdf.name)) as file:
            return first_page(file.chunks(CHUNK))
    except OSError:
        return FirstPage(PdfState.BROKEN)
