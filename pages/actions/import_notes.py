"""Bringing a folder of real notes in, as drafts that wait for approval, with a row for each file."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from institution.models import District, InstitutionImage, OrganicUnit, User
from institution.rules.lima import LIMA
from pages.actions.import_pictures import import_pictures
from pages.enums import ImportVerdict
from pages.importing.note import Block, ReadNote, UnreadableNote
from pages.importing.reading import read_note
from pages.importing.sources import Listing, Source, list_folder
from pages.models import ImportRow, ImportRun, NewsIndexPage, NewsPage
from pages.rules.publication import missing_parts

NOON = time(12)


def import_folder(folder: Path, *, by: User | None, at: datetime) -> ImportRun:
    """Import every note of the folder; a broken file is reported and the rest goes on.

    Raises UnusableFolder for a folder that can't be read, NewsIndexPage.DoesNotExist without a news index.
    """
    listing = list_folder(folder)
    index = NewsIndexPage.objects.get()
    run = ImportRun.objects.create(folder=str(folder)[:250], started_at=at, started_by=by)
    for source in listing.sources:
        _import_source(run, source, folder, index, by, at)
    _report_leftovers(run, listing, folder)
    run.finished_at = datetime.now(tz=at.tzinfo)
    run.save(update_fields=["finished_at"])
    return run


def _import_source(
    run: ImportRun, source: Source, folder: Path, index: NewsIndexPage, by: User | None, at: datetime
) -> None:
    row = ImportRow(run=run, path=str(source.path.relative_to(folder))[:400])
    try:
        read = read_note(source)
        row.fingerprint = read.fingerprint
        with transaction.atomic():
            _import_read(row, read, NewsIndexPage.objects.get(pk=index.pk), by, at)
    except UnreadableNote as refusal:
        row.verdict, row.message = ImportVerdict.REFUSED, refusal.message
    row.save()


def _import_read(row: ImportRow, read: ReadNote, index: NewsIndexPage, by: User | None, at: datetime) -> None:
    earlier = ImportRow.objects.filter(fingerprint=read.fingerprint, verdict=ImportVerdict.IMPORTED).first()
    if earlier:
        row.verdict, row.page = ImportVerdict.REPEATED, earlier.page
        row.message = _("Ya se había importado.") if earlier.page else _("Se importó antes y la nota fue eliminada.")
        return
    images, warnings = import_pictures(read.pictures, by=by)
    row.page = _save_draft(read, images, index, by, at)
    row.verdict = ImportVerdict.IMPORTED
    row.message = "\n".join([*read.warnings, *warnings, *_missing(row.page)])


def _missing(note: NewsPage) -> list[str]:
    """What an editor will have to complete before the note can be published."""
    return list(missing_parts(summary=note.summary, photo=bool(note.lead_photo), alt=note.lead_photo_alt).values())


def _save_draft(
    read: ReadNote, images: dict[str, InstitutionImage], index: NewsIndexPage, by: User | None, at: datetime
) -> NewsPage:
    note = NewsPage(
        title=read.title[:255],
        kicker=read.kicker[:120],
        summary=read.summary[:400],
        author_credit=read.author[:120],
        event_date=read.date,
        published_at=_public_at(read, at),
        unit=OrganicUnit.objects.filter(code="OII").first(),
        body=[found for block in read.body if (found := _block(block, images))],
        owner=by,
        live=False,
        **_place(read.place),
        **_lead(read, images),
    )
    index.add_child(instance=note)
    note.save_revision(user=by, clean=False)  # what is missing is asked for before publishing
    if by and (workflow := note.get_workflow()):
        workflow.start(note, by)
    return note


def _public_at(read: ReadNote, at: datetime) -> datetime | None:
    """The date that an old note had, at noon in Lima, so that it takes its place among the others."""
    instant = datetime.combine(read.date, NOON, tzinfo=LIMA) if read.date else None
    return instant if instant and instant < at else None


def _place(place: str) -> dict[str, Any]:
    district = District.objects.filter(name__iexact=place.strip()).first()
    return {"district": district, "locality": "" if district else place[:120]}


def _lead(read: ReadNote, images: dict[str, InstitutionImage]) -> dict[str, Any]:
    for picture in read.loose_pictures:
        if image := images.get(picture.key):
            return {
                "lead_photo": image,
                "lead_photo_alt": picture.alt[:250],
                "lead_photo_caption": picture.caption[:300],
                "lead_photo_credit": image.credit[:150],
            }
    return {}


def _block(block: Block, images: dict[str, InstitutionImage]) -> dict[str, Any] | None:
    if block.type == "image":
        return _picture_block(block.value, images.get(block.value["picture"]))
    return {"type": block.type, "value": _table(block.value) if block.type == "table" else block.value}


def _picture_block(value: dict[str, str], image: InstitutionImage | None) -> dict[str, Any] | None:
    if image is None:
        return None
    shown = {"image": image.pk, "alt_text": image.description, "decorative": False}
    return {"type": "image", "value": {"image": shown, "caption": value["caption"][:300], "credit": ""}}


def _table(value: dict[str, Any]) -> dict[str, Any]:
    columns = [{"type": "text", "heading": heading} for heading in value["columns"]]
    rows = [{"values": row} for row in value["rows"]]
    return {"caption": value["caption"] or _("Tabla"), "table": {"columns": columns, "rows": rows, "caption": ""}}


def _report_leftovers(run: ImportRun, listing: Listing, folder: Path) -> None:
    rows = [
        ImportRow(
            run=run, path=str(each.path.relative_to(folder))[:400], verdict=ImportVerdict.REFUSED, message=each.advice
        )
        for each in listing.unsupported
    ]
    advice = _("No corresponde a ninguna nota: póngale el nombre de la nota o guárdela en una carpeta con ese nombre.")
    rows += [
        ImportRow(run=run, path=str(path.relative_to(folder))[:400], verdict=ImportVerdict.ORPHAN, message=advice)
        for path in listing.orphan_photos
    ]
    ImportRow.objects.bulk_create(rows)
