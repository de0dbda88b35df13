"""What `import_notes` brought in, file by file."""

from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.enums import ImportVerdict
from pages.models import ImportRow, ImportRun

register_permission_policy(ImportRun, LimitedPolicy(ImportRun, allowed={"view"}))
TONES = {
    ImportVerdict.IMPORTED: Tone.GOOD,
    ImportVerdict.REPEATED: Tone.QUIET,
    ImportVerdict.REFUSED: Tone.STOPPED,
    ImportVerdict.ORPHAN: Tone.WAITING,
}


def verdict_tag(row: ImportRow) -> SafeString:
    return tag(row.get_verdict_display(), TONES[ImportVerdict(row.verdict)])


def note_address(row: ImportRow) -> str | None:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id]) if row.page_id else None


class ImportRowsView(ReadOnlyIndexView):
    """The files of one run, with what became of each and the note that it made."""

    model = ImportRow
    header_icon = "upload"
    page_title = _("Archivos importados")
    paginate_by = 50
    default_ordering = "pk"
    list_filter = ["verdict"]
    search_fields = ["path", "message"]
    search_backend_name = None
    list_export = ["path", "get_verdict_display", "message", "page.title"]
    export_headings = {"get_verdict_display": _("Resultado"), "page.title": _("Nota")}
    export_filename = "archivos-importados"
    columns = [
        Column("path", label=_("Archivo"), sort_key="path"),
        Column("verdict", label=_("Resultado"), accessor=verdict_tag, sort_key="verdict"),
        Column("message", label=_("Detalle")),
        TitleColumn("page", label=_("Nota"), accessor="page.title", get_url=note_address),
    ]

    @cached_property
    def permission_policy(self) -> BasePermissionPolicy:
        return policy_registry.get_by_type(ImportRun)

    def get_base_queryset(self) -> QuerySet:
        return ImportRow.objects.filter(run_id=self.kwargs["pk"]).select_related("page")

    def get_index_url(self) -> str:
        return reverse("importaciones:inspect", args=[self.kwargs["pk"]])

    def get_index_results_url(self) -> str:
        return reverse("importaciones:rows_results", args=[self.kwargs["pk"]])

    def get_breadcrumbs_items(self) -> list[dict]:
        runs = {"url": reverse("importaciones:index"), "label": _("Importaciones")}
        return [*self.breadcrumbs_items, runs, {"url": "", "label": self.page_title}]


class ImportRuns(ReadOnlyRegister):
    model = ImportRun
    name = "importaciones"
    icon = "upload"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Importaciones")
    empty_words = _(
        "Todavía no se importaron notas: se traen con la orden import_notes; pídalo a quien administra la plataforma."
    )
    menu_order = 110
    list_display = [
        "folder",
        DayColumn("started_at", label=_("Empezó")),
        Column("started_by", label=_("Por")),
        *[NumberColumn(verdict.value, label=verdict.label) for verdict in ImportVerdict],
    ]
    search_fields = ["folder"]
    list_filter = {"started_at": ["gte", "lte"]}
    list_export = ["folder", "started_at", "finished_at", "started_by", *ImportVerdict.values]
    export_headings = {verdict.value: verdict.label for verdict in ImportVerdict}
    export_filename = "importaciones"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        counts = {each.value: Count("rows", filter=Q(rows__verdict=each)) for each in ImportVerdict}
        runs = ImportRun.objects.select_related("started_by").annotate(**counts)
        return super().get_index_view_kwargs(queryset=runs, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        listing = [pattern for pattern in super().get_urlpatterns() if pattern.name != "inspect"]
        return [
            *listing,
            path("inspect/<int:pk>/", ImportRowsView.as_view(), name="inspect"),
            path("inspect/<int:pk>/results/", ImportRowsView.as_view(results_only=True), name="rows_results"),
        ]
