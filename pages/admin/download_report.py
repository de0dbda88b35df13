"""What was downloaded, by material and month: read, filtered by days and exported. Of who did, nothing is kept."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from institution.admin.spreadsheets import HarmlessExport
from pages.admin.menu import MATERIALS_HOOK
from pages.admin.pieces import PieceMenuItem
from pages.enums.materials import MaterialKind
from pages.models import DownloadCount


def written_month(row: dict) -> str:
    """`noviembre de 2026`."""
    return date_format(row["month"], "YEAR_MONTH_FORMAT")


def edit_address(row: dict) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row["material_id"]])


def written_kind(row: dict) -> str:
    return str(MaterialKind(row["kind"]).label)


class DownloadFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Días"), widget=DateRangePickerWidget)

    class Meta:
        model = DownloadCount
        fields: list[str] = []


class DownloadReportView(HarmlessExport, ReportView):
    """One row for each material and month. For whoever works with pages."""

    page_title = _("Descargas")
    header_icon = "download"
    index_url_name = "download_report"
    index_results_url_name = "download_report_results"
    filterset_class = DownloadFilterSet
    columns = [
        TitleColumn("title", label=_("Material"), get_url=edit_address),
        Column("kind", label=_("Tipo"), accessor=written_kind),
        Column("month", label=_("Mes"), accessor=written_month),
        NumberColumn("total", label=_("Descargas")),
    ]
    list_export = ["title", "kind", "month", "total"]
    export_headings = {"title": _("Material"), "kind": _("Tipo"), "month": _("Mes"), "total": _("Descargas")}
    export_filename = "descargas"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not user_has_any_page_permission(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        return DownloadCount.objects.all()

    def get_filtered_queryset(self) -> QuerySet:
        return self.filter_queryset(self.get_queryset()).by_month()

    def to_row_dict(self, item: dict) -> dict:
        return super().to_row_dict(item) | {"kind": written_kind(item), "month": written_month(item)}


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    view = DownloadReportView
    return [
        path("materiales/descargas/", view.as_view(), name="download_report"),
        path("materiales/descargas/results/", view.as_view(results_only=True), name="download_report_results"),
    ]


@hooks.register(MATERIALS_HOOK)
def report_entry() -> MenuItem:
    address = reverse("download_report")
    return PieceMenuItem(_("Descargas"), address, name="downloads", icon_name="download", order=120)
