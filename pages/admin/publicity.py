"""The log of publicity during elections: read, filtered by period, exported, and sent as a document."""

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail import hooks
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.models import RestrictionPeriod
from pages.admin.publicity_views import REPORT, EarlierPublicityView, ReportedView, period_pdf
from pages.enums import PublicityOutcome
from pages.models import PublicityDecision

register_permission_policy(PublicityDecision, LimitedPolicy(PublicityDecision, allowed={"view"}))


@hooks.register("register_log_actions")
def name_report(actions) -> None:
    """What the history says."""
    actions.register_action(
        "pages.publicity.decided", _("Publicar publicidad en restricción"), _("Publicidad en período de restricción")
    )
    actions.register_action(
        "pages.publicity.reported", _("Reportar publicidad al jurado"), _("Publicidad reportada al jurado")
    )


def outcome_tag(decision: PublicityDecision) -> SafeString:
    tone = Tone.GOOD if decision.outcome == PublicityOutcome.ALLOWED else Tone.STOPPED
    return tag(decision.get_outcome_display(), tone)


def report_tag(decision: PublicityDecision) -> SafeString | str:
    """Whether the jury was told."""
    if decision.reported_on:
        return tag(_("Reportada"), Tone.GOOD)
    if decision.late(at=timezone.localtime()):
        return tag(_("Reporte vencido"), Tone.STOPPED)
    return tag(_("Por reportar"), Tone.WAITING) if decision.awaits_report() else ""


class DecisionFilterSet(WagtailFilterSet):
    period = ModelChoiceFilter(label=_("Período"), queryset=RestrictionPeriod.objects.all())
    outcome = ChoiceFilter(label=_("Resultado"), choices=PublicityOutcome.choices)
    pending = BooleanFilter(label=_("Por reportar"), method="awaiting")
    decided_at = DateFromToRangeFilter(label=_("Fecha"), widget=DateRangePickerWidget)

    class Meta:
        model = PublicityDecision
        fields: list[str] = []

    def awaiting(self, decisions: QuerySet, name: str, wanted: bool) -> QuerySet:
        return decisions.to_report() if wanted else decisions.exclude(pk__in=decisions.to_report().values("pk"))


class DecisionIndexView(ReadOnlyIndexView):
    """The log, with the way to each period's documents."""

    @property
    def header_buttons(self) -> list[HeaderButton]:
        chosen = self.request.GET.get("period", "")
        periods = RestrictionPeriod.objects.filter(pk=int(chosen) if chosen.isdecimal() and len(chosen) < 19 else 0)
        period = periods.first() or RestrictionPeriod.objects.active(on=timezone.localdate()).first()
        if period is None:
            return []
        links = [(_("Reporte (PDF)"), "pdf", "download"), (_("Publicada antes"), "earlier", "warning")]
        return [
            HeaderButton(label, url=reverse(f"publicidad:{name}", args=[period.pk]), icon_name=icon)
            for label, name, icon in links
        ]


class DecisionInspectView(ReadOnlyInspectView):
    """One attempt, and the way to note its report."""

    page_title = _("Publicidad en período de restricción")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not (self.object.awaits_report() and self.request.user.has_perm(REPORT)):
            return []
        address = reverse("publicidad:report", args=[self.object.pk])
        return [HeaderButton(_("Marcar como reportada"), url=address, icon_name="check")]

    def get_field_display_value(self, field_name: str, field) -> object:
        if field_name == "reasons":
            return self.object.told_reasons or "—"
        return super().get_field_display_value(field_name, field)


class PublicityLog(ReadOnlyRegister):
    model = PublicityDecision
    name = "publicidad"
    icon = "warning"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Publicidad en elecciones")
    empty_words = _(
        "Nadie intentó publicar publicidad en período de restricción. Aquí queda cada intento, con su causal."
    )
    menu_order = 150
    index_view_class = DecisionIndexView
    inspect_view_class = DecisionInspectView
    inspect_view_fields = [
        "period", "title", "address", "decided_at", "decided_by", "outcome", "reasons", "ground", "justification",
        "medium", "authorisation", "report_due_on", "reported_on", "report_document",
    ]  # fmt: skip
    filterset_class = DecisionFilterSet
    list_display = [
        TitleColumn("title", label=_("Pieza"), get_url=lambda row: reverse("publicidad:inspect", args=[row.pk])),
        DayColumn("decided_at", label=_("Fecha")),
        Column("outcome", label=_("Resultado"), accessor=outcome_tag, sort_key="outcome"),
        Column("ground", label=_("Causal"), accessor="get_ground_display"),
        DayColumn("report_due_on", label=_("Reportar hasta")),
        Column("report", label=_("Reporte"), accessor=report_tag),
        Column("period", label=_("Período"), accessor="period.name"),
    ]
    search_fields = ["title", "justification", "authorisation", "report_document"]
    list_export = [
        "period.name", "title", "address", "decided_at", "decided_by", "get_outcome_display", "told_reasons",
        "get_ground_display", "justification", "get_medium_display", "authorisation", "report_due_on", "reported_on",
        "report_document",
    ]  # fmt: skip
    export_headings = {
        "period.name": _("Período"),
        "get_outcome_display": _("Resultado"),
        "told_reasons": _("Motivos del rechazo"),
        "get_ground_display": _("Causal"),
        "get_medium_display": _("Medio"),
    }
    export_filename = "publicidad-en-elecciones"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        rows = PublicityDecision.objects.select_related("period", "decided_by")
        return super().get_index_view_kwargs(queryset=rows, page_title=_("Publicidad"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("report/<int:pk>/", ReportedView.as_view(), name="report"),
            path("period/<int:pk>/pdf/", period_pdf, name="pdf"),
            path("period/<int:pk>/earlier/", EarlierPublicityView.as_view(), name="earlier"),
        ]
