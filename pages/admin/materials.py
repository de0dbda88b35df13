"""The listing of materials in the backend."""

from django.utils.translation import gettext_lazy as _

from pages.admin.menu import MATERIALS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import MaterialPage


class MaterialFilterSet(PieceFilterSet):
    class Meta:
        model = MaterialPage
        fields: list[str] = []


class MaterialIndexView(PieceIndexView):
    page_title = _("Materiales")
    add_item_label = _("Nuevo material")


class MaterialListing(PieceListing):
    model = MaterialPage
    name = "materiales"
    icon = "doc-full"
    menu_label = _("Materiales")
    menu_name = "materials"
    menu_order = 100
    menu_hook = MATERIALS_HOOK
    index_view_class = MaterialIndexView
    filterset_class = MaterialFilterSet
    columns = piece_columns(MaterialPage)
    export_filename = "materiales"
