"""Composing a bulletin out of notes, and keeping its PDF true to what the public may read."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from institution.models import User
from institution.rules.lima import LIMA
from pages.documents.bulletin_pdf import bulletin_pdf, bulletin_source
from pages.documents.first_page import first_page
from pages.enums.materials import MaterialKind
from pages.models import BulletinNote, BulletinPdf, MaterialIndexPage, MaterialPage, NewsPage
from pages.models.piece import PieceQuerySet


def notes_between(*, since: date, until: date, at: datetime) -> PieceQuerySet:
    """The notes published in those days of Lima, both included, that anybody may read at `at`; the oldest first."""
    first, last = datetime.combine(since, time.min, tzinfo=LIMA), datetime.combine(until, time.max, tzinfo=LIMA)
    visible = NewsPage.objects.visible(at=at).filter(published_at__range=(first, last))
    return visible.prefetch_related("topics").order_by("published_at", "pk")


def next_number(series: str) -> int:
    """The number that follows the last of the series."""
    last = MaterialPage.objects.filter(series=series).aggregate(last=Max("edition_number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def compose_bulletin(
    *,
    index: MaterialIndexPage,
    title: str,
    summary: str,
    series: str,
    number: int | None,
    notes: Iterable[NewsPage],
    by: User,
    at: datetime,
) -> MaterialPage:
    """A draft made of the notes, in a section for each of their topics, to be put in order and finished in its form."""
    bulletin = MaterialPage(
        title=title, summary=summary, kind=MaterialKind.BULLETIN, series=series, edition_number=number, owner=by,
        live=False,
    )  # fmt: skip
    bulletin.bulletin_notes.set(list(_rows(notes)))
    index.add_child(instance=bulletin)
    log(instance=bulletin, action="wagtail.create", user=by)
    bulletin.save_revision(user=by)
    return bulletin


def composed_pdf(*, bulletin: MaterialPage, at: datetime) -> BulletinPdf:
    """The bulletin's PDF with what is public at `at`: the one that is kept, or another if that would differ."""
    source = bulletin_source(bulletin, at=at)
    kept = BulletinPdf.objects.filter(bulletin=bulletin, fingerprint=source.fingerprint).first()
    if kept and kept.file.storage.exists(str(kept.file.name)):
        return kept
    content = bulletin_pdf(source)
    values = {"fingerprint": source.fingerprint, "pages": first_page(iter([content])).pages, "made_at": at}
    return _keep(bulletin, content, values)


def _keep(bulletin: MaterialPage, content: bytes, values: dict) -> BulletinPdf:
    """Keep it in place of the one before, whose file goes once that is sure."""
    before = BulletinPdf.objects.filter(bulletin=bulletin).first()
    values["file"] = ContentFile(content, name=f"{bulletin.slug[:60]}.pdf")
    made, _created = BulletinPdf.objects.update_or_create(bulletin=bulletin, defaults=values)
    if before:
        transaction.on_commit(lambda: before.file.storage.delete(str(before.file.name)))
    return made


def _rows(notes: Iterable[NewsPage]) -> Iterable[BulletinNote]:
    """A row for each note, together by topic; the section is written where it changes."""
    topics = {note: next((topic.name for topic in note.topics.all()), "") for note in notes}
    section = ""
    for place, note in enumerate(sorted(topics, key=lambda note: topics[note])):
        changed = topics[note] if topics[note] != section else ""
        section = topics[note]
        yield BulletinNote(note=note, section=changed, sort_order=place)
