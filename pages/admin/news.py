"""The notes' listing: what an editor opens the day with."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from institution.admin.menu import Place
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import NewsPage


class NewsFilterSet(PieceFilterSet):
    class Meta:
        model = NewsPage
        fields: list[str] = []


class NewsIndexView(PieceIndexView):
    """Notes with their number, by which they are found too."""

    page_title = _("Noticias")
    add_item_label = _("Nueva nota")

    def annotate_queryset(self, notes: QuerySet) -> QuerySet:
        return super().annotate_queryset(notes).select_related("number")

    def also_named(self, typed: str) -> Q:
        return Q(number__text__icontains=typed)


class NewsListing(PieceListing):
    model = NewsPage
    name = "noticias"
    icon = "doc-full-inverse"
    menu_label = _("Noticias")
    menu_name = "news"
    menu_order = Place.NEWS
    add_to_admin_menu = True
    index_view_class = NewsIndexView
    filterset_class = NewsFilterSet
    columns = piece_columns(
        NewsPage,
        Column("number", label=_("Número"), accessor="number.text", sort_key="number__text", classname="unbroken"),
    )
    list_export = ["number.text", "title", "kicker", *PieceListing.list_export[1:]]
    export_headings = PieceListing.export_headings | {"number.text": _("Número")}
    export_filename = "noticias"
