"""The listing of materials in the backend: what each is, and how far its production and its publication are."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from pages.actions.covers import cover_soon
from pages.admin.menu import MATERIALS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.admin.production import production_tag
from pages.enums.materials import MaterialKind, Production
from pages.models import MaterialPage


class MaterialFilterSet(PieceFilterSet):
    kind = django_filters.MultipleChoiceFilter(
        label=_("Tipo"), choices=MaterialKind.choices, widget=CheckboxSelectMultiple
    )
    production = django_filters.MultipleChoiceFilter(
        label=_("Producción"), choices=Production.choices, widget=CheckboxSelectMultiple
    )

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
    columns = [
        *piece_columns(MaterialPage, Column("kind", label=_("Tipo"), accessor="get_kind_display", sort_key="kind")),
        Column("production", label=_("Producción"), accessor=production_tag, sort_key="production", width="12%"),
    ]
    list_export = [
        "get_kind_display", "series", "edition_number", *PieceListing.list_export, "get_production_display",
        "print_run", "printed_on",
    ]  # fmt: skip
    export_headings = PieceListing.export_headings | {
        "get_kind_display": _("Tipo"),
        "get_production_display": _("Producción"),
    }
    export_filename = "materiales"


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def read_its_files(request, page: Page) -> None:
    """A material that was saved has its PDFs read, so that its cover is there before it is published."""
    if isinstance(page, MaterialPage):
        cover_soon(page)
