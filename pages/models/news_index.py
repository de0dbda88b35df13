from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pages.listing.filters import piece_filters
from pages.listing.gathering import gathering_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.piece_index import PieceIndexPage


class NewsIndexPage(PieceIndexPage):
    """The list of notes at `/noticias/`."""

    subpage_types = ["pages.NewsPage"]
    template = "pages/news_index.html"

    class Meta:
        verbose_name = _("listado de noticias")
        verbose_name_plural = _("listados de noticias")

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        filters = [*piece_filters(), *gathering_filters(at=at)]
        return piece_listing(query, self.visible_pieces(at=at), filters=filters)
