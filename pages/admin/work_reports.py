"""What citizens reported of works: read, settled with what was done, erased by itself after a year."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.screens import Screen
from institution.admin.tags import Tone, tag
from pages.actions.work_reports import settle_report
from pages.admin.menu import WORKS_HOOK
from pages.enums import WorkReportState
from pages.models import WorkReport

register_permission_policy(WorkReport, LimitedPolicy(WorkReport, allowed={"view"}))
VIEW, SETTLE = "pages.view_workreport", "pages.change_workreport"
TONES = {
    WorkReportState.RECEIVED: Tone.WAITING,
    WorkReportState.ATTENDED: Tone.GOOD,
    WorkReportState.DISMISSED: Tone.QUIET,
}
SETTLED_AS = [choice for choice in WorkReportState.choices if choice[0] != WorkReportState.RECEIVED]


def state_tag(report: WorkReport) -> SafeString:
    state = WorkReportState(report.state)
    return tag(state.label, TONES[state])


class ReportFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=WorkReportState.choices)
    received_at = DateFromToRangeFilter(label=_("Recibido"), widget=DateRangePickerWidget)

    class Meta:
        model = WorkReport
        fields: list[str] = []


class ReportInspectView(ReadOnlyInspectView):
    """The report whole, with its photo, and the way to settle it."""

    template_name = "backend/work_report.html"
    page_title = _("Reporte de obra")

    def get_page_subtitle(self) -> str:
        return self.object.work.title

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if self.object.state != WorkReportState.RECEIVED or not self.request.user.has_perm(SETTLE):
            return []
        address = reverse("reportes_obras:settle", args=[self.object.pk])
        return [HeaderButton(_("Cerrar reporte"), url=address, icon_name="check")]


class SettleForm(forms.Form):
    state = forms.ChoiceField(label=_("Queda como"), choices=SETTLED_AS)
    outcome = forms.CharField(
        label=_("Qué se hizo"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("O por qué se descarta. No se publica."),
    )  # fmt: skip


class SettleView(Screen, FormView):
    """Asks what was done, and settles the report."""

    form_class = SettleForm
    template_name = "backend/work_report_settle.html"
    page_title = _("Cerrar reporte")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(SETTLE):
            raise PermissionDenied
        self.report = get_object_or_404(WorkReport.objects.select_related("work"), pk=pk)
        return super().dispatch(request, pk)

    def form_valid(self, form: SettleForm) -> HttpResponse:
        try:
            settle_report(report=self.report, by=self.request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("El reporte quedó cerrado."))
        return redirect("reportes_obras:index")

    def get_page_subtitle(self) -> str:
        return self.report.work.title

    def came_from(self) -> dict:
        return {"url": reverse("reportes_obras:index"), "label": _("Reportes de obras")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(report=self.report, index_url=reverse("reportes_obras:index"), **kwargs)


def photo(request: HttpRequest, pk: int) -> FileResponse:
    """A citizen's photo, for who may see the register."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    report = get_object_or_404(WorkReport.objects.exclude(photo=""), pk=pk)
    try:
        return FileResponse(report.photo.open(), content_type="image/jpeg")
    except FileNotFoundError as gone:
        raise Http404 from gone


class WorkReports(ReadOnlyRegister):
    model = WorkReport
    name = "reportes_obras"
    url_prefix = "reportes-de-obras"
    icon = "warning"
    menu_hook = WORKS_HOOK
    menu_label = _("Reportes de obras")
    empty_words = _("Todavía nadie reportó un problema: los reportes llegan desde la página de cada obra.")
    menu_order = 120
    inspect_view_class = ReportInspectView
    inspect_view_fields = [
        "work", "received_at", "problem", "place", "name", "email", "consent_text",
        "state", "outcome", "settled_by", "settled_at", "erase_on",
    ]  # fmt: skip
    filterset_class = ReportFilterSet
    list_display = [
        "problem",
        Column("work", label=_("Obra"), accessor="work.title", sort_key="work__title"),
        DayColumn("received_at", label=_("Recibido")),
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state"),
    ]
    search_fields = ["problem", "place", "work__title", "work__cui"]
    list_export = [
        "received_at",
        "work.cui",
        "work.title",
        "problem",
        "place",
        "get_state_display",
        "outcome",
        "settled_at",
    ]
    export_headings = {"work.cui": _("CUI"), "work.title": _("Obra"), "get_state_display": _("Estado")}
    export_filename = "reportes-de-obras"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(queryset=WorkReport.objects.select_related("work"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        settle = path("<int:pk>/cerrar/", SettleView.as_view(), name="settle")
        return [*super().get_urlpatterns(), settle, path("<int:pk>/foto.jpg", photo, name="photo")]
