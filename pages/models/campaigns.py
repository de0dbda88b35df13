from django.utils.translation import gettext_lazy as _

from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage


class CampaignIndexPage(PieceIndexPage):
    """The list of campaigns at `/campanas/`."""

    subpage_types = ["pages.CampaignPage"]
    template = "pages/piece_index.html"

    class Meta:
        verbose_name = _("listado de campañas")
        verbose_name_plural = _("listados de campañas")


class CampaignPage(Piece):
    """A campaign (*campaña*): what the office wants people to know or do during a period."""

    parent_page_types = ["pages.CampaignIndexPage"]
    template = "pages/piece.html"

    class Meta(Piece.Meta):
        verbose_name = _("campaña")
        verbose_name_plural = _("campañas")
