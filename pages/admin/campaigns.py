"""The listing of campaigns in the backend."""

from django.utils.translation import gettext_lazy as _

from pages.admin.menu import WORKS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import CampaignPage


class CampaignFilterSet(PieceFilterSet):
    class Meta:
        model = CampaignPage
        fields: list[str] = []


class CampaignIndexView(PieceIndexView):
    page_title = _("Campañas")
    add_item_label = _("Nueva campaña")


class CampaignListing(PieceListing):
    model = CampaignPage
    name = "campanas"
    icon = "comment"
    menu_label = _("Campañas")
    menu_name = "campaigns"
    menu_order = 200
    menu_hook = WORKS_HOOK
    index_view_class = CampaignIndexView
    filterset_class = CampaignFilterSet
    columns = piece_columns(CampaignPage)
    export_filename = "campanas"
