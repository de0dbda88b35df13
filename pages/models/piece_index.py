from datetime import datetime

from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.listing.filters import piece_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.piece import Piece, PieceQuerySet


class PieceIndexPage(Page):
    """The list of one type of piece, with its filters in the address."""

    intro = models.CharField(_("presentación"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro", column="summary")]
    parent_page_types = ["pages.HomePage"]
    max_count = 1
    template = "pages/piece_index.html"

    class Meta:
        abstract = True

    def piece_model(self) -> type[Piece]:
        """The type that is listed here: the first that may hang from this page."""
        return self.allowed_subpage_models()[0]

    def visible_pieces(self, *, at: datetime) -> PieceQuerySet:
        """What the list may show at `at`, with all that its cards need, in its order."""
        return self.piece_model().objects.visible(at=at).for_cards().newest_first()

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        """The list as the address asks for it."""
        return piece_listing(query, self.visible_pieces(at=at), filters=piece_filters())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"listing": self.listing(request.GET, at=timezone.now())}

    def get_sitemap_urls(self, request=None):
        latest = self._latest_change(timezone.now())
        return [entry | {"lastmod": latest or entry["lastmod"]} for entry in super().get_sitemap_urls(request)]

    def _latest_change(self, at: datetime) -> datetime | None:
        rows = self.piece_model().objects.visible(at=at)
        return rows.aggregate(latest=models.Max("last_published_at"))["latest"]
