"""The listing of guidance in the backend."""

from django.utils.translation import gettext_lazy as _

from pages.admin.menu import HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import GuidancePage


class GuidanceFilterSet(PieceFilterSet):
    class Meta:
        model = GuidancePage
        fields: list[str] = []


class GuidanceIndexView(PieceIndexView):
    page_title = _("Orientación")
    add_item_label = _("Nueva orientación")


class GuidanceListing(PieceListing):
    model = GuidancePage
    name = "orientacion"
    icon = "help"
    menu_label = _("Orientación")
    menu_name = "guidance"
    menu_order = 150
    menu_hook = HOOK
    index_view_class = GuidanceIndexView
    filterset_class = GuidanceFilterSet
    columns = piece_columns(GuidancePage)
    export_filename = "orientacion"
