"""The listing of works in the backend: found by CUI, with their state, how far they are and what to do with them."""

import django_filters
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from institution.admin.tags import Tone, tag
from institution.models import District
from pages.admin.menu import WORKS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.admin.work_imports import ADD
from pages.enums import WorkModality, WorkStage
from pages.models import PublicWorkPage
from pages.spreadsheets.work_columns import DAYS, NUMBERS, TEXT

TONES = {
    WorkStage.FORMULATION: Tone.QUIET,
    WorkStage.APPROVED: Tone.QUIET,
    WorkStage.TENDER: Tone.WAITING,
    WorkStage.EXECUTION: Tone.WAITING,
    WorkStage.PARALYSED: Tone.STOPPED,
    WorkStage.CONCLUDED: Tone.GOOD,
    WorkStage.RECEIVED: Tone.GOOD,
    WorkStage.SETTLED: Tone.GOOD,
}


# The headings are those that an import understands: what is exported may be changed and brought back.
EXPORTED = {
    **{name: title for title, name in TEXT.items()},
    "get_stage_display": "Estado",
    "stage_since": "Estado desde",
    "physical": "Avance físico",
    "financial": "Avance financiero",
    "get_modality_display": "Modalidad",
    "district.name": "Distrito",
    "unit.code": "Unidad",
    **{name: title for title, name in {**NUMBERS, **DAYS}.items() if name != "stage_since"},
    "published_at": "Publicación",
}


def stage_tag(work: PublicWorkPage) -> SafeString:
    stage = WorkStage(work.stage)
    return tag(stage.label, TONES[stage])


def physical_told(work: PublicWorkPage) -> str:
    """The latest physical advance of a work that came from `with_progress`."""
    return "" if work.physical is None else f"{work.physical:f} %"


class PublicWorkFilterSet(PieceFilterSet):
    stage = django_filters.MultipleChoiceFilter(
        label=_("Estado de la obra"), choices=WorkStage.choices, widget=CheckboxSelectMultiple
    )
    modality = django_filters.MultipleChoiceFilter(
        label=_("Modalidad"), choices=WorkModality.choices, widget=CheckboxSelectMultiple
    )
    district = django_filters.ModelMultipleChoiceFilter(
        label=_("Distrito"), queryset=District.objects.all(), widget=CheckboxSelectMultiple
    )

    class Meta:
        model = PublicWorkPage
        fields: list[str] = []


class PublicWorkIndexView(PieceIndexView):
    page_title = _("Obras")
    add_item_label = _("Nueva obra")

    def annotate_queryset(self, works: QuerySet) -> QuerySet:
        return super().annotate_queryset(works).select_related("district").with_progress()

    def also_named(self, typed: str) -> Q:
        return Q(cui=typed.strip())

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if self.request.user.has_perm(ADD):
            address = reverse("obras_importadas:upload")
            buttons.append(Button(_("Importar"), url=address, icon_name="upload", priority=95))
        return buttons


class PublicWorkListing(PieceListing):
    model = PublicWorkPage
    name = "obras"
    icon = "cogs"
    menu_label = _("Obras")
    menu_name = "works"
    menu_order = 100
    menu_hook = WORKS_HOOK
    index_view_class = PublicWorkIndexView
    filterset_class = PublicWorkFilterSet
    columns = [
        *piece_columns(PublicWorkPage, Column("cui", label=_("CUI"), sort_key="cui", classname="unbroken")),
        Column("stage", label=_("Obra"), accessor=stage_tag, sort_key="stage"),
        Column("physical", label=_("Físico"), accessor=physical_told, sort_key="physical"),
    ]
    list_export = list(EXPORTED)
    export_headings = EXPORTED
    export_filename = "obras"
