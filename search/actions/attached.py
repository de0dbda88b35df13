"""Reading the text inside documents, by the worker, and having what shows them found by it."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import insert_or_update_object

from institution.models import InstitutionDocument
from search.attached.reading import FileText, text_of
from search.enums import TextState
from search.models.attached import DocumentText, unread_documents

AT_A_TIME = 50
WAITING = FileText(TextState.WAITING)


def ask_for_text(*, document: InstitutionDocument, at: datetime) -> None:
    """Have the worker read the document once what is being done is committed, unless that file has been read.

    What another file said is forgotten at once.
    """
    if not DocumentText.objects.filter(document=document, of_file=document.file.name).exists():
        _ask(document, at)


def read_missed(at: datetime) -> int:
    """Ask again for what nobody read, some at a time; how many."""
    missed = unread_documents(at=at)[:AT_A_TIME]
    for document in missed:
        _ask(document, at)
    return len(missed)


@task()
def read_soon(document_id: int) -> None:
    """Read a document that waits. One that is gone, or was read meanwhile, is no error; safe to repeat."""
    waits = (
        DocumentText.objects.filter(document=document_id, state=TextState.WAITING).select_related("document").first()
    )
    if waits:
        read_text(document=waits.document, at=timezone.now())


def read_text(*, document: InstitutionDocument, at: datetime) -> TextState:
    """Read what is inside the document, and have it and what shows it found by that; what came of it."""
    told = text_of(document.file)
    _settle(document, told, at)
    return told.state


@transaction.atomic
def follow_privacy(at: datetime) -> int:
    """Have pages found by a document's text only while anybody may read it; how many documents changed.

    A document becomes private when it authorises a picture, or its collection is closed.
    """
    rows = DocumentText.objects.exclude(text="").order_by("pk")
    open_now = rows.anybodys().order_by().values("pk")
    shut = list(rows.filter(counted=True).exclude(pk__in=open_now).values_list("document", flat=True)[:AT_A_TIME])
    opened = list(rows.filter(counted=False, pk__in=open_now).values_list("document", flat=True)[:AT_A_TIME])
    for documents, counted in ((shut, False), (opened, True)):
        DocumentText.objects.filter(document__in=documents).update(counted=counted)
    _index_pages([*shut, *opened])
    return len(shut) + len(opened)


def _ask(document: InstitutionDocument, at: datetime) -> None:
    _settle(document, WAITING, at)
    transaction.on_commit(partial(read_soon.enqueue, document.pk))


@transaction.atomic
def _settle(document: InstitutionDocument, told: FileText, at: datetime) -> None:
    """Note what came of the file; nothing if the document is gone or its file is another by now."""
    same = InstitutionDocument.objects.select_for_update().filter(pk=document.pk, file=document.file.name).first()
    if same is None:
        return
    before = DocumentText.objects.filter(document=document).values_list("text", flat=True).first()
    values = {"of_file": document.file.name, "state": told.state, "text": told.text, "since": at}
    DocumentText.objects.update_or_create(document=document, defaults=values)
    if told.text != (before or ""):
        insert_or_update_object(same)
        _index_pages([document.pk])


def _index_pages(documents: Iterable[int]) -> None:
    """Index again the pages whose saved version refers to any of the documents."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(InstitutionDocument),
        to_object_id__in=[str(key) for key in documents],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    keys = {int(key) for key in references.values_list("object_id", flat=True)}
    for page in Page.objects.filter(pk__in=keys).specific():
        insert_or_update_object(page)
