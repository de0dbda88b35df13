"""The register of sets of photos."""

from django.db.models import Count, Q
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn

from institution.admin.columns import DayColumn
from institution.admin.registers import ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.rules.consent import BLOCKING
from pages.admin.photo_grid import PhotoGridView
from pages.admin.photo_set_views import MorePhotosView, NewSetView
from pages.models import PhotoSet

UNTOLD = Q(photos__image__description="") | Q(photos__image__credit="") | Q(photos__image__consent__in=BLOCKING)


def state_tag(photo_set: PhotoSet) -> SafeString:
    """Whether every photo of the set may be shown."""
    waiting: int = photo_set.waiting
    return tag(_("Faltan %(count)d") % {"count": waiting}, Tone.WAITING) if waiting else tag(_("Completa"), Tone.GOOD)


class PhotoSets(ReadOnlyRegister):
    """Sets are made by bringing in photos and changed in their grid; deleting one keeps its photos in the library."""

    model = PhotoSet
    name = "fotos"
    icon = "image"
    menu_hook = "register_portal_menu_item"
    menu_label = _("Series de fotos")
    menu_order = 510
    list_display = [
        "name",
        Column("page", label=_("Evento o página"), accessor="page.title", sort_key="page__title"),
        DayColumn("taken_on", label=_("Fecha")),
        NumberColumn("total", label=_("Fotos"), sort_key="total"),
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="waiting"),
    ]
    search_fields = ["name", "page__title", "place"]
    list_filter = {"taken_on": ["gte", "lte"]}
    list_export = ["name", "page.title", "taken_on", "place", "total", "waiting"]
    export_headings = {"page.title": _("Evento o página"), "total": _("Fotos"), "waiting": _("Por completar")}
    export_filename = "series-de-fotos"
    inspect_view_enabled = False
    served = frozenset({"index", "index_results", "delete"})

    def get_index_view_kwargs(self, **kwargs) -> dict:
        counts = {"total": Count("photos", distinct=True), "waiting": Count("photos", filter=UNTOLD, distinct=True)}
        sets = PhotoSet.objects.select_related("page").annotate(**counts)
        return super().get_index_view_kwargs(queryset=sets, add_item_label=_("Subir fotos en lote"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("new/", NewSetView.as_view(), name="add"),
            path("edit/<int:pk>/", PhotoGridView.as_view(), name="edit"),
            path("edit/<int:pk>/mas/", MorePhotosView.as_view(), name="more"),
        ]
