"""The register of advances: read, filtered, exported; a wrong one is corrected, never edited."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.actions.work_moves import may_record
from pages.admin.menu import WORKS_HOOK
from pages.models import WorkAdvance

register_permission_policy(WorkAdvance, LimitedPolicy(WorkAdvance, allowed={"view"}))


def standing_tag(advance: WorkAdvance) -> SafeString:
    return tag(_("Corregido"), Tone.STOPPED) if advance.corrected_at else tag(_("Vigente"), Tone.GOOD)


class AdvanceFilterSet(WagtailFilterSet):
    corrected = BooleanFilter(label=_("Vigente"), field_name="corrected_at", lookup_expr="isnull")
    on = DateFromToRangeFilter(label=_("Fecha"), widget=DateRangePickerWidget)

    class Meta:
        model = WorkAdvance
        fields: list[str] = []


class AdvanceInspectView(ReadOnlyInspectView):
    """One advance whole, with the way to correct it."""

    page_title = _("Avance")

    def get_page_subtitle(self) -> str:
        return self.object.work.title

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if self.object.corrected_at or not may_record(self.request.user, self.object.work):
            return []
        address = reverse("correct_work_advance", args=[self.object.pk])
        return [HeaderButton(_("Corregir"), url=address, icon_name="edit")]


class WorkAdvances(ReadOnlyRegister):
    model = WorkAdvance
    name = "avances"
    icon = "history"
    menu_hook = WORKS_HOOK
    menu_label = _("Avances de obras")
    empty_words = _("Todavía no hay avances: se registran desde el menú de cada obra, con «Registrar avance».")
    menu_order = 110
    inspect_view_class = AdvanceInspectView
    inspect_view_fields = [
        "work", "on", "physical", "financial", "amount", "note", "reason",
        "recorded_by", "recorded_at", "replaces", "corrected_at", "correction_reason",
    ]  # fmt: skip
    filterset_class = AdvanceFilterSet
    list_display = [
        Column("work", label=_("Obra"), accessor="work.title", sort_key="work__title"),
        DayColumn("on", label=_("Fecha")),
        Column("physical", label=_("Físico (%)"), sort_key="physical"),
        Column("financial", label=_("Financiero (%)"), sort_key="financial"),
        Column("recorded_by", label=_("Registrado por")),
        Column("state", label=_("Estado"), accessor=standing_tag),
    ]
    search_fields = ["work__title", "work__cui", "note"]
    list_export = [
        "work.cui", "work.title", "on", "physical", "financial", "amount", "note", "reason",
        "recorded_by", "recorded_at", "corrected_at", "correction_reason",
    ]  # fmt: skip
    export_headings = {"work.cui": _("CUI"), "work.title": _("Obra")}
    export_filename = "avances-de-obras"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        advances: QuerySet = WorkAdvance.objects.select_related("work", "recorded_by").latest_first()
        return super().get_index_view_kwargs(queryset=advances, **kwargs)
