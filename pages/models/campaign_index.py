from datetime import datetime

from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from pages.enums.campaigns import CampaignState
from pages.listing.filters import ByWord, ByYear, piece_filters
from pages.listing.pieces import Listing, piece_listing
from pages.models.piece_index import PieceIndexPage
from pages.rules.campaigns import campaigns_in


class CampaignIndexPage(PieceIndexPage):
    """The list of campaigns at `/campanas/`: those that run, then those to come, then those that ended."""

    subpage_types = ["pages.CampaignPage"]
    template = "pages/campaign_index.html"

    class Meta:
        verbose_name = _("listado de campañas")
        verbose_name_plural = _("listados de campañas")

    def visible_pieces(self, *, at: datetime):
        return self.piece_model().objects.visible(at=at).for_cards().current_first(on=localdate(at))

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        on = localdate(at)
        state = ByWord("estado", _("Estado"), CampaignState.choices, lambda word: campaigns_in(word, on=on))
        filters = [state, *piece_filters(), ByYear("anio", _("Año"), "starts_on")]
        return piece_listing(query, self.visible_pieces(at=at), filters=filters, days=None)
