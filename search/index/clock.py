"""The vocabulary following what anybody may read, as embargoes end and pages expire without anybody saving them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from search.index.keeping import set_open
from search.index.objects import kinds_of
from search.models.index import IndexedDocument
from search.public import public_pages

BATCH = 200


def follow_clock(at: datetime) -> int:
    """Count in the vocabulary the words of the pages that anybody may read at `at`, and of no other; how many changed.

    Also what a private section opened or closed. Where nothing changed nothing is written, nor are texts read.
    """
    pages = IndexedDocument.objects.filter(kind__in=kinds_of(Page))
    public = public_pages(at).order_by().values("pk")
    shut = pages.filter(open=True).exclude(object_id__in=public)
    opened = pages.filter(open=False, object_id__in=public)
    return _become(shut, False) + _become(opened, True)


def _become(rows: QuerySet[IndexedDocument], value: bool) -> int:
    """Write the value in batches, each in a transaction of its own, so that nobody waits long for the writer."""
    keys = list(rows.values_list("pk", flat=True))
    return sum(_write(keys[start : start + BATCH], value) for start in range(0, len(keys), BATCH))


@transaction.atomic
def _write(keys: Sequence[int], value: bool) -> int:
    # Asked again under lock: another worker may have written them meanwhile, and words must be counted once.
    rows = IndexedDocument.objects.select_for_update().filter(pk__in=keys, open=not value)
    chosen = list(rows.only("words", "open"))
    set_open(chosen, value)
    return len(chosen)
