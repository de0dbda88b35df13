"""The requests' addresses in the backend."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from institution.admin.registers import ReadOnlyRegister
from pages.admin.unit_requests import acts, files, links, products, spread, talk
from pages.admin.unit_requests.board import BoardView
from pages.admin.unit_requests.calendar import CalendarView
from pages.admin.unit_requests.detail import RequestDetailView
from pages.admin.unit_requests.listing import COLUMNS, RequestFilterSet, RequestIndexView
from pages.admin.unit_requests.writing import AddView, EditView
from pages.models import UnitRequest


class UnitRequests(ReadOnlyRegister):
    model = UnitRequest
    name = "solicitudes"
    icon = "mail"
    menu_label = _("Solicitudes")
    empty_words = _("Todavía no hay solicitudes: cada unidad pide difusión con «Nueva solicitud».")
    index_view_class = RequestIndexView
    filterset_class = RequestFilterSet
    list_display = COLUMNS
    search_fields = ["number__text", "title", "what", "audience", "unit__name", "contact_name"]
    list_export = [
        "number.text",
        "unit.name",
        "title",
        "audience",
        "format_names",
        "created_at",
        "needed_by",
        "get_state_display",
        "in_charge",
        "concluded_at",
    ]
    export_headings = {
        "number.text": _("Número"),
        "unit.name": _("Unidad"),
        "format_names": _("Formatos"),
        "in_charge": _("A cargo de"),
        "get_state_display": _("Estado"),
    }
    export_filename = "solicitudes"
    inspect_view_enabled = False

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<int:pk>/"
        return [
            *super().get_urlpatterns(),
            path("nueva/", AddView.as_view(), name="add"),
            path("tablero/", BoardView.as_view(), name="board"),
            path("calendario/", CalendarView.as_view(), name="calendar"),
            path(one, RequestDetailView.as_view(), name="inspect"),
            path(f"{one}edit/", EditView.as_view(), name="edit"),
            path(f"{one}move/<slug:target>/", acts.MoveView.as_view(), name="move"),
            path(f"{one}assign/", acts.assign, name="assign"),
            path(f"{one}say/", talk.SayView.as_view(), name="say"),
            path(f"{one}files/<int:file_pk>/", files.download, name="file"),
            path(f"{one}link/", links.LinkView.as_view(), name="link"),
            path(f"{one}link/<int:link_pk>/revoke/", links.revoke, name="revoke_link"),
            path(f"{one}spread/", spread.SpreadView.as_view(), name="spread"),
            path(f"{one}products/choose/", products.ChooseView.as_view(), name="choose_product"),
            path(f"{one}products/start/<slug:kind>/", products.start, name="start_product"),
            path(f"{one}products/<int:product_pk>/", products.preview, name="product"),
            path(f"{one}products/<int:product_pk>/unlink/", products.unlink, name="unlink_product"),
        ]
