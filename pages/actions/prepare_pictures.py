"""Cutting a note's pictures before anybody asks for them."""

from django.db import transaction
from django_tasks import task

from pages.cuts import renditions
from pages.documents.photos import note_pictures
from pages.models import NewsPage

LEAD_USES = ("card", "hero", "lead", "share", "shapes", "feed")
BODY_USES = ("figure", "full")


def prepare_soon(note: NewsPage) -> None:
    """Have the worker cut the note's pictures once what is being done is committed."""
    transaction.on_commit(lambda: prepare_pictures.enqueue(note.pk))


@task()
def prepare_pictures(note_id: int) -> int:
    """Cut every picture of the note to the sizes that its pages use; how many cuts there are.

    Safe to repeat: a cut that exists is only looked up. A note that is gone is no error.
    """
    note = NewsPage.objects.filter(pk=note_id).first()
    if note is None:
        return 0
    made = sum(len(renditions(note.lead_photo, use)) for use in LEAD_USES)
    return made + sum(len(renditions(image, use)) for image, *_ in note_pictures(note) for use in BODY_USES)
