"""What surrounds a note when it is read: reading time, related notes, the next and the previous one."""

import math
from datetime import datetime

from django.http import HttpRequest

from pages.documents.note_text import note_text
from pages.models.news import NewsPage
from pages.models.piece import PieceQuerySet
from pages.reading.related import related_to

WORDS_A_MINUTE = 200


def reading_minutes(note: NewsPage) -> int:
    """Minutes that an adult takes to read the note at 200 words a minute; at least one."""
    return max(1, math.ceil(len(note_text(note).split()) / WORDS_A_MINUTE))


def neighbours(note: NewsPage, *, at: datetime) -> dict[str, NewsPage | None]:
    """The notes published just before and just after this one."""
    if note.published_at is None:
        return {"previous": None, "next": None}
    visible: PieceQuerySet = NewsPage.objects.visible(at=at).exclude(pk=note.pk).only("title", "slug", "url_path")
    return {
        "previous": visible.filter(published_at__lte=note.published_at).order_by("-published_at", "-pk").first(),
        "next": visible.filter(published_at__gt=note.published_at).order_by("published_at", "pk").first(),
    }


def reading_context(note: NewsPage, request: HttpRequest, *, at: datetime) -> dict:
    """What the note's template shows beside the note."""
    return {
        "minutes": reading_minutes(note),
        "related": related_to([note], at=at)[note.pk],
        "attachments": note.attachments.select_related("document"),
        **neighbours(note, at=at),
    }
