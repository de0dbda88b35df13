from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from anyascii import anyascii
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from institution.rules.folding import folded
from pages.enums.guidance import Situation
from pages.listing.filters import ByWord, Choice, piece_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.piece_index import PieceIndexPage

ACCENTED = {"A": "AÁ", "E": "EÉ", "I": "IÍ", "O": "OÓ", "U": "UÚÜ"}
LONGEST_TYPED = 100


@dataclass(frozen=True)
class ByInitial:
    """By the first letter of the title, whatever its accent."""

    parameter: str
    title: str | Promise

    def condition(self, value: str) -> Q | None:
        if len(value) != 1 or not value.isalpha():
            return None
        letters = ACCENTED.get(value.upper(), value.upper())
        wanted = Q()
        for letter in letters:
            wanted |= Q(title__startswith=letter) | Q(title__startswith=letter.lower())
        return wanted

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        initials = [anyascii(title)[:1].upper() for title in rows.order_by().values_list("title", flat=True)]
        counts = {letter: initials.count(letter) for letter in sorted(set(initials)) if letter.isalpha()}
        return [Choice(letter, letter, count, letter == selected) for letter, count in counts.items()]


class GuidanceIndexPage(PieceIndexPage):
    """The list of guidance at `/orientacion/`: from A to Z, by situation and topic, searched as one types."""

    subpage_types = ["pages.GuidancePage"]
    template = "pages/guidance_index.html"

    class Meta:
        verbose_name = _("listado de orientación")
        verbose_name_plural = _("listados de orientación")

    def visible_pieces(self, *, at: datetime):
        return self.piece_model().objects.visible(at=at).for_cards().order_by("title", "pk")

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        pieces, typed = self.visible_pieces(at=at), query.get("q", "").strip()[:LONGEST_TYPED]
        if typed:
            pieces = pieces.filter(pk__in=_with_words(pieces, folded(typed).split()))
        situation = ByWord("situacion", _("Situación"), Situation.choices, lambda word: Q(situation=word))
        filters = [situation, ByInitial("letra", _("Letra")), *piece_filters()]
        listing = piece_listing(query, pieces, filters=filters, days=None)
        if typed:
            listing.asked["q"] = typed
            listing.choices["q"] = [Choice(typed, f"«{typed}»", listing.page.paginator.count, True)]
        return listing


def _with_words(pieces: QuerySet, words: Iterable[str]) -> list[int]:
    """The pieces whose title, summary or who may ask has every word: a municipality has some hundreds at most."""
    rows = pieces.order_by().values_list("pk", "title", "summary", "who_may")
    return [pk for pk, *texts in rows if all(word in folded(" ".join(texts)) for word in words)]
