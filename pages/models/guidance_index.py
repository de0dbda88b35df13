from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from institution.alphabet import Alphabetical
from institution.rules.folding import AFTER_N, PLAIN, alphabetical, folded
from pages.enums.guidance import Situation
from pages.listing.filters import ByWord, Choice, piece_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.piece_index import PieceIndexPage

LONGEST_TYPED = 100


@dataclass(frozen=True)
class ByInitial:
    """By the first letter of the title, whatever its accent."""

    parameter: str
    title: str | Promise

    def condition(self, value: str) -> Q | None:
        if len(value) != 1 or not value.isalpha():
            return None
        plain = value.upper()
        forms = [plain, *(letter.upper() for letter, base in PLAIN.items() if base == plain.lower())]
        return reduce(or_, (Q(title__startswith=form) | Q(title__startswith=form.lower()) for form in forms))

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        counts = Counter(initial(title) for title in rows.order_by().values_list("title", flat=True))
        letters = sorted(filter(str.isalpha, counts), key=alphabetical)
        return [Choice(letter, letter, counts[letter], letter == selected) for letter in letters]


def initial(title: str) -> str:
    """The letter under which a title is found, such as «A» for «Árbol» and «Ñ» for «Ñato»."""
    key = alphabetical(title)
    return "Ñ" if key.startswith(AFTER_N) else key[:1].upper()


class GuidanceIndexPage(PieceIndexPage):
    """The list of guidance at `/orientacion/`: from A to Z, by situation and topic, searched as one types."""

    subpage_types = ["pages.GuidancePage"]
    template = "pages/guidance_index.html"

    class Meta:
        verbose_name = _("listado de orientación")
        verbose_name_plural = _("listados de orientación")

    def visible_pieces(self, *, at: datetime):
        return self.piece_model().objects.visible(at=at).for_cards().order_by(Alphabetical("title"), "pk")

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
