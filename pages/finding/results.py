"""The pages found, as a list shows them: type, date, place, picture, and the words that answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.safestring import SafeString
from wagtail.models import Page

from pages.models import EventPage, Occurrence, Piece
from search.models import IndexedDocument
from search.portal import Found
from search.snippets import marked, snippet


@dataclass(frozen=True)
class Result:
    """A page found: its `title` and `words` as HTML with what was looked for marked; an event's next time."""

    page: Any
    title: SafeString
    words: SafeString
    occurrence: Occurrence | None = None

    @property
    def place(self) -> str:
        """Where it is about, in words."""
        district = getattr(self.page, "district", None)
        return str(district or getattr(self.page, "locality", "") or "")

    @property
    def photo(self) -> Any:
        return getattr(self.page, "card_photo", None)


def results_of(found: Found, *, at: datetime) -> list[Result]:
    """What a page of results shows, in its order, in as many queries as there are types among them."""
    pages = _pages(found.keys)
    excerpts = _excerpts([match.row for match in found.matches])
    times = _next_times([key for key, page in pages.items() if isinstance(page, EventPage)], at)
    terms = found.understanding.terms
    return [
        Result(
            page=pages[match.object_id],
            title=marked(pages[match.object_id].title, terms),
            words=snippet(excerpts.get(match.row, ""), terms),
            occurrence=times.get(match.object_id),
        )
        for match in found.matches
        if match.object_id in pages
    ]


def _pages(keys: Sequence[int]) -> dict[int, Any]:
    by_type = defaultdict(list)
    for key, kind in Page.objects.filter(pk__in=keys).values_list("pk", "content_type"):
        by_type[kind].append(key)
    models = ContentType.objects.get_for_id
    return {page.pk: page for kind, own in by_type.items() for page in _of_type(models(kind).model_class(), own)}


def _of_type(model: Any, keys: Sequence[int]) -> Iterable[Any]:
    if model is None:
        return []
    rows = model.objects.filter(pk__in=keys)
    return (rows.for_cards() if issubclass(model, Piece) else rows).defer_streamfields()


def _excerpts(rows: Sequence[int]) -> dict[int, str]:
    return dict(IndexedDocument.objects.filter(pk__in=rows).values_list("pk", "excerpt"))


def _next_times(events: Sequence[int], at: datetime) -> dict[int, Occurrence]:
    times = Occurrence.objects.filter(event__in=events).upcoming(at=at) if events else []
    return {time.event_id: time for time in reversed(list(times))}
