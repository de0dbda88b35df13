"""Many pieces at once, for counting queries: copies of one that was published through the real action."""

import copy
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from wagtail.models import Page

from pages.models import (
    EventPage,
    NewsPage,
    Occurrence,
    Piece,
    PublicWorkPage,
)

# What no two pieces may share.
UNIQUE: dict[type[Piece], Callable[[int], dict]] = {
    NewsPage: lambda n: {"number": None},
    PublicWorkPage: lambda n: {"cui": str(3_000_000 + n)},
}


def crowd(first: Piece, *, size: int) -> None:
    """Have `size` pieces like `first` beside it, `first` included; those that are there already count."""
    parent = first.get_parent(update=True)
    have = parent.numchild
    pages = [_copied_page(first, parent, number) for number in range(have, size)]
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=size)
    for number, page in enumerate(pages, start=have):
        _copy_row(first, page, number)
    if isinstance(first, EventPage):
        _dates(first, pages)


def _copied_page(first: Piece, parent: Page, number: int) -> Page:
    page = Page.objects.get(pk=first.pk)
    page.pk = page.latest_revision_id = page.live_revision_id = None
    page._state.adding = True
    page.path = Page._get_path(parent.path, first.depth, number + 1)
    page.slug = f"{first.slug}-{number}"
    page.url_path = f"{parent.url_path}{page.slug}/"
    page.translation_key = uuid4()
    return page


def _copy_row(first: Piece, page: Page, number: int) -> None:
    row = copy.copy(first)
    row._state = copy.copy(first._state)
    row._state.adding = True
    row.pk = row.id = row.page_ptr_id = page.pk
    row.published_at = first.published_at - timedelta(minutes=number)  # the first stays on the first page
    for name, value in UNIQUE.get(type(first), lambda n: {})(number).items():
        setattr(row, name, value)
    row.save_base(raw=True, force_insert=True)


def _dates(first: EventPage, pages: list[Page]) -> None:
    date = first.occurrences.get()
    times = {"original_start": date.original_start, "starts_at": date.starts_at, "ends_at": date.ends_at}
    Occurrence.objects.bulk_create(Occurrence(event_id=page.pk, **times) for page in pages)
