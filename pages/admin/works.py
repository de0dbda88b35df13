"""The listing of works in the backend."""

from django.utils.translation import gettext_lazy as _

from pages.admin.menu import WORKS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import PublicWorkPage


class PublicWorkFilterSet(PieceFilterSet):
    class Meta:
        model = PublicWorkPage
        fields: list[str] = []


class PublicWorkIndexView(PieceIndexView):
    page_title = _("Obras")
    add_item_label = _("Nueva obra")


class PublicWorkListing(PieceListing):
    model = PublicWorkPage
    name = "obras"
    icon = "cogs"
    menu_label = _("Obras")
    menu_name = "works"
    menu_order = 100
    menu_hook = WORKS_HOOK
    index_view_class = PublicWorkIndexView
    filterset_class = PublicWorkFilterSet
    columns = piece_columns(PublicWorkPage)
    export_filename = "obras"
