"""What campaigns and works gather of one type, for many of them at once."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from pages.models.piece import Piece
from pages.reading.campaigns import MOST_GATHERED


def newest_gathered(model: type[Piece], by: str, keys: Iterable[int], *, at: datetime) -> dict[int, list[Piece]]:
    """The newest visible pieces of a type by the key of their `campaign` or `work`, up to twelve each."""
    newest = [F("published_at").desc(nulls_last=True), F("pk").desc()]
    place = Window(RowNumber(), partition_by=by, order_by=newest)
    told = model.objects.visible(at=at).filter(**{f"{by}__in": list(keys)}).defer_streamfields().annotate(place=place)
    found: dict[int, list[Piece]] = {}
    for piece in told.filter(place__lte=MOST_GATHERED).order_by("place"):
        found.setdefault(getattr(piece, f"{by}_id"), []).append(piece)
    return found
