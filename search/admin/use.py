"""What people look for, by words: the most asked, what found nothing, what led nowhere. Nothing tells of who asked."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView

from institution.admin.spreadsheets import HarmlessExport
from search.admin.menu import HOOK
from search.enums import UseView
from search.models import SearchUse, SearchUseQuerySet

SEE = "portal_search.view_searchuse"
COUNTED = {
    "all_times": _("Veces"),
    "all_empty": _("Sin resultado"),
    "all_corrected": _("Corregidas"),
    "all_clicks": _("Clics"),
}
REMEDIES = {
    "wagtailsnippets_portal_search_synonymgroup:add": _("Sinónimos"),
    "wagtailsnippets_portal_search_bestbet:add": _("Destacar"),
}


def remedies(row: dict) -> SafeString:
    """One click to a group of synonyms or a best bet that begins with the words."""
    asked = urlencode({"words": row["words"]})
    links = [format_html('<a href="{}?{}">{}</a>', reverse(name), asked, label) for name, label in REMEDIES.items()]
    return format_html("{} · {}", *links)


class UseFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Días"), widget=DateRangePickerWidget)
    view = django_filters.ChoiceFilter(
        label=_("Mostrar"), choices=[each for each in UseView.choices if each[0]], empty_label=UseView.ALL.label,
        method="shown_by_the_view",
    )  # fmt: skip

    class Meta:
        model = SearchUse
        fields: list[str] = []

    def shown_by_the_view(self, rows: SearchUseQuerySet, name: str, value: str) -> SearchUseQuerySet:
        """It is applied to the totals, once they are added."""
        return rows


class UseReportView(HarmlessExport, ReportView):
    """One row for each wording that was looked for three times or more in the days chosen."""

    page_title = _("Lo que se busca")
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    filterset_class = UseFilterSet
    columns = [
        Column("words", label=_("Búsqueda")),
        *(NumberColumn(name, label=label) for name, label in COUNTED.items()),
        Column("remedies", label=_("Remedio"), accessor=remedies, width="20%"),
    ]
    list_export = ["words", *COUNTED]
    export_headings = {"words": _("Búsqueda"), **COUNTED}
    export_filename = "busquedas"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.has_perm(SEE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> SearchUseQuerySet:
        return SearchUse.objects.all()

    def get_filtered_queryset(self) -> SearchUseQuerySet:
        chosen = self.filter_queryset(self.get_queryset())
        return chosen.by_words().shown_as(self.request.GET.get("view", ""))


class UseMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE)


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    view = UseReportView
    return [
        path("busquedas/", view.as_view(), name="search_report"),
        path("busquedas/results/", view.as_view(results_only=True), name="search_report_results"),
    ]


@hooks.register(HOOK)
def report_entry() -> MenuItem:
    return UseMenuItem(_("Lo que se busca"), reverse("search_report"), name="searches", icon_name="search", order=100)
