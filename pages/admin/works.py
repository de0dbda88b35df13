"""The listing of works in the backend: found by CUI, with their state, how far they are and what to do with them."""

import django_filters
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from institution.admin.tags import Tone, tag
from institution.models import District
from pages.admin.menu import WORKS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.enums import WorkModality, WorkStage
from pages.models import PublicWorkPage

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
    export_filename = "obras"
