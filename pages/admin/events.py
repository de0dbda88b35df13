"""The listing of events in the backend."""

from django.utils.translation import gettext_lazy as _

from pages.admin.menu import AGENDA_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import EventPage


class EventFilterSet(PieceFilterSet):
    class Meta:
        model = EventPage
        fields: list[str] = []


class EventIndexView(PieceIndexView):
    page_title = _("Eventos")
    add_item_label = _("Nuevo evento")


class EventListing(PieceListing):
    model = EventPage
    name = "eventos"
    icon = "date"
    menu_label = _("Eventos")
    menu_name = "events"
    menu_order = 100
    menu_hook = AGENDA_HOOK
    index_view_class = EventIndexView
    filterset_class = EventFilterSet
    columns = piece_columns(EventPage)
    export_filename = "eventos"
