"""What a campaign or a work gathers on its page: the newest of each type, and where all of them are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from pages.models.events import EventPage
from pages.models.gathered import Gathered
from pages.models.materials import MaterialPage
from pages.models.news import NewsPage
from pages.models.piece import Piece, PieceQuerySet

TYPES: dict[str, Any] = {"news": NewsPage, "events": EventPage, "materials": MaterialPage}


@dataclass(frozen=True)
class Shown:
    """The newest pieces of a type; `rest` is the address of the list of all of them, blank when all are here."""

    pieces: list[Gathered]
    rest: str


def gathered(model: Any, by: str, page: Piece, *, at: datetime) -> PieceQuerySet:
    """The pieces of a type that anybody may see and that name the page as their `campaign` or `work`."""
    found: PieceQuerySet = model.objects.visible(at=at).filter(**{by: page.pk or 0})
    return found.newest_first()


def gathered_lists(by: str, page: Piece, *, at: datetime, most: int) -> dict[str, Shown]:
    """At most so many of each type, by its name in the templates."""
    return {name: _shown(model, by, page, at, most) for name, model in TYPES.items()}


def newest_of_each(model: Any, by: str, keys: Iterable[int], *, at: datetime, most: int) -> dict[int, list[Piece]]:
    """`gathered` of many pages at once, by their primary keys: at most so many of each, in one query."""
    newest = [F("published_at").desc(nulls_last=True), F("pk").desc()]
    place = Window(RowNumber(), partition_by=by, order_by=newest)
    told = model.objects.visible(at=at).filter(**{f"{by}__in": list(keys)}).defer_streamfields().annotate(place=place)
    found: dict[int, list[Piece]] = {}
    for piece in told.filter(place__lte=most).order_by("place"):
        found.setdefault(getattr(piece, f"{by}_id"), []).append(piece)
    return found


def _shown(model: Any, by: str, page: Piece, at: datetime, most: int) -> Shown:
    found = list(gathered(model, by, page, at=at).for_cards()[: most + 1])
    return Shown(found[:most], _address(model, by, page, at) if len(found) > most else "")


def _address(model: Any, by: str, page: Piece, at: datetime) -> str:
    """The list of the type with the filter; that of events shows what is over once nothing is to come."""
    index = model.allowed_parent_page_models()[0].objects.live().first()
    if index is None:
        return ""
    query = {by: page.slug}
    if model is EventPage and not gathered(model, by, page, at=at).with_next(start=at).exists():
        query["cuando"] = "pasados"
    return f"{index.url}?{urlencode(query)}"
