from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pages.listing.pieces import Listing, piece_listing
from pages.listing.works import MAP, VIEW, work_filters
from pages.models.piece_index import PieceIndexPage
from pages.models.works import PublicWorkPage, PublicWorkQuerySet


class PublicWorkIndexPage(PieceIndexPage):
    """The list of public works at `/obras/`, and the same works on a map at `/obras/?vista=mapa`."""

    subpage_types = ["pages.PublicWorkPage"]
    template = "pages/work_index.html"

    class Meta:
        verbose_name = _("listado de obras")
        verbose_name_plural = _("listados de obras")

    def visible_pieces(self, *, at: datetime) -> PublicWorkQuerySet:
        return PublicWorkPage.objects.visible(at=at).for_cards().with_beginning().newest_first()

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        kept = {VIEW: MAP} if query.get(VIEW) == MAP else {}
        return piece_listing(query, self.visible_pieces(at=at), filters=work_filters(), days=None, kept=kept)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = context["listing"]
        return context | {
            "on_map": bool(listing.kept),
            "list_query": listing.query_shown(),
            "map_query": listing.query_shown(**{VIEW: MAP}),
        }
