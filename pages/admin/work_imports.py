"""Importing works from a spreadsheet: what each row would do is shown first, and then somebody decides."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.actions.work_imports import AlreadyDecided, leave_import, start_import
from pages.actions.work_sheets import read_works
from pages.admin.menu import WORKS_HOOK
from pages.enums import WorkImportState, WorkRowVerdict
from pages.models import WorkImport, WorkImportRow
from pages.spreadsheets.works import UnreadableSheet

register_permission_policy(WorkImport, LimitedPolicy(WorkImport, allowed={"view"}))
VIEW, ADD = "pages.view_workimport", "pages.add_workimport"
ROWS_A_PAGE = 50
VERDICT_TONES = {
    WorkRowVerdict.NEW: Tone.GOOD,
    WorkRowVerdict.CHANGED: Tone.WAITING,
    WorkRowVerdict.SAME: Tone.QUIET,
    WorkRowVerdict.WRONG: Tone.STOPPED,
}
STATE_TONES = {
    WorkImportState.READ: Tone.WAITING,
    WorkImportState.RUNNING: Tone.WAITING,
    WorkImportState.DONE: Tone.GOOD,
    WorkImportState.LEFT: Tone.QUIET,
}


def state_tag(run: WorkImport) -> SafeString:
    state = WorkImportState(run.state)
    return tag(state.label, STATE_TONES[state])


def verdict_tag(row: WorkImportRow) -> SafeString:
    verdict = WorkRowVerdict(row.verdict)
    return tag(verdict.label, VERDICT_TONES[verdict])


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label=_("Hoja de cálculo"),
        help_text=_("CSV o XLSX de hasta 5 MB y 2000 filas. La primera fila lleva los títulos; «CUI» no puede faltar."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )


class UnderWorks(WagtailAdminTemplateMixin):
    """A screen that is reached from the listing of works."""

    def get_breadcrumbs_items(self) -> list[dict]:
        works = {"url": reverse("obras:index"), "label": _("Obras")}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, works, here]


class UploadView(UnderWorks, FormView):
    """Takes the spreadsheet and shows what it would do."""

    form_class = SheetForm
    template_name = "backend/work_sheet.html"
    page_title = _("Importar obras")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(ADD):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: SheetForm) -> HttpResponse:
        sheet = form.cleaned_data["sheet"]
        try:
            run = read_works(filename=sheet.name, content=sheet.read(), by=self.request.user, at=timezone.now())
        except UnreadableSheet as told:
            form.add_error("sheet", str(told))
            return self.form_invalid(form)
        return redirect("obras_importadas:inspect", run.pk)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(index_url=reverse("obras:index"), **kwargs)


class RunView(UnderWorks, TemplateView):
    """What each row would do, or did, and the decision while nobody has taken it."""

    template_name = "backend/work_import.html"
    page_title = _("Importación de obras")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        self.run = get_object_or_404(WorkImport, pk=pk)
        return super().dispatch(request, pk)

    def get_page_subtitle(self) -> str:
        return self.run.filename

    def get_context_data(self, **kwargs) -> dict:
        asked = self.request.GET.get("ver", "")
        rows = self.run.rows.select_related("page")
        counts = dict(rows.order_by().values_list("verdict").annotate(Count("pk")))
        shown = rows.filter(verdict=asked) if asked in WorkRowVerdict.values else rows
        right = counts.get(WorkRowVerdict.NEW, 0) + counts.get(WorkRowVerdict.CHANGED, 0)
        page = Paginator(shown, ROWS_A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            run=self.run,
            state=state_tag(self.run),
            counts=[(each.value, each.label, counts.get(each, 0)) for each in WorkRowVerdict],
            asked=asked,
            right=right,
            wrong=counts.get(WorkRowVerdict.WRONG, 0),
            may_decide=self.run.state == WorkImportState.READ and self.request.user.has_perm(ADD),
            rows=[(row, verdict_tag(row)) for row in page],
            page_of_rows=page,
            **kwargs,
        )


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring in what is right, as drafts or published, or nothing at all."""
    if not request.user.has_perm(ADD):
        raise PermissionDenied
    run, now = get_object_or_404(WorkImport, pk=pk), timezone.now()
    try:
        if request.POST.get("decision") == "import":
            task = start_import(run=run, publishes="publishes" in request.POST, by=request.user, at=now)
            return redirect("tareas:inspect", task.pk)
        leave_import(run=run, by=request.user, at=now)
        messages.success(request, _("No se importó nada; la hoja quedó descartada."))
    except AlreadyDecided as told:
        messages.warning(request, str(told))
    return redirect("obras_importadas:inspect", pk)


class WorkImports(ReadOnlyRegister):
    model = WorkImport
    name = "obras_importadas"
    url_prefix = "obras-importadas"
    icon = "upload"
    menu_hook = WORKS_HOOK
    menu_label = _("Importaciones de obras")
    empty_words = _("Todavía no se importó ninguna hoja: súbala desde el listado de obras, con «Importar».")
    menu_order = 130
    list_display = [
        "filename",
        DayColumn("read_at", label=_("Leída")),
        Column("read_by", label=_("Por")),
        *[NumberColumn(verdict.value, label=verdict.label) for verdict in WorkRowVerdict],
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state"),
    ]
    search_fields = ["filename"]
    list_export = ["filename", "read_at", "read_by", *WorkRowVerdict.values, "get_state_display"]
    export_headings = {verdict.value: verdict.label for verdict in WorkRowVerdict} | {"get_state_display": _("Estado")}
    export_filename = "importaciones-de-obras"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        counts = {each.value: Count("rows", filter=Q(rows__verdict=each)) for each in WorkRowVerdict}
        runs = WorkImport.objects.select_related("read_by").annotate(**counts)
        return super().get_index_view_kwargs(queryset=runs, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        listing = [pattern for pattern in super().get_urlpatterns() if pattern.name != "inspect"]
        return [
            *listing,
            path("nueva/", UploadView.as_view(), name="upload"),
            path("<int:pk>/", RunView.as_view(), name="inspect"),
            path("<int:pk>/decidir/", decide, name="decide"),
        ]
