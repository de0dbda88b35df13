"""The notes' listing: what an editor opens the day with."""

import django_filters
from django.db.models import Prefetch, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import WorkflowState

from institution.admin.columns import DayColumn
from institution.admin.menu import Place
from institution.admin.spreadsheets import HarmlessExport
from institution.models import OrganicUnit
from pages.admin.note_states import NoteState, state_tag, with_state
from pages.models import NewsIndexPage, NewsPage, Topic

MOST_FOUND = 500


class NewsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


class NewsFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("Estado"), choices=NoteState.choices, widget=CheckboxSelectMultiple
    )
    unit = django_filters.ModelMultipleChoiceFilter(
        label=_("Unidad"),
        queryset=lambda request: OrganicUnit.objects.filter(news__isnull=False).distinct(),
        widget=CheckboxSelectMultiple,
    )
    topics = django_filters.ModelMultipleChoiceFilter(
        label=_("Tema"), queryset=Topic.objects.all(), widget=CheckboxSelectMultiple
    )
    published_at = django_filters.DateFromToRangeFilter(label=_("Publicación"), widget=DateRangePickerWidget)

    class Meta:
        model = NewsPage
        fields: list[str] = []


class NotesBulkColumn(BulkActionsColumn):
    """Ticking everything means every note: without a parent Wagtail would take every page of the portal."""

    def get_header_context_data(self, parent_context):
        context = super().get_header_context_data(parent_context)
        return context | {"parent": NewsIndexPage.objects.values_list("pk", flat=True).first()}


class NewsIndexView(HarmlessExport, IndexView):
    """Notes with their number and state; searched through the index or by number, and filtered at once."""

    page_title = _("Noticias")
    add_item_label = _("Nueva nota")
    default_ordering = "-latest_revision_created_at"
    search_kwarg = "q"

    def annotate_queryset(self, notes: QuerySet) -> QuerySet:
        notes = notes.defer_streamfields().select_related("number", "unit", "locked_by")
        notes = notes.prefetch_related("content_type", "sites_rooted_here", _reviews())
        return with_state(notes.annotate_site_root_state().annotate_approved_schedule(), at=timezone.now())

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        found = NewsPage.objects.all().autocomplete(self.search_query)[:MOST_FOUND]
        return queryset.filter(Q(pk__in=[note.pk for note in found]) | Q(number__text__icontains=self.search_query))

    @cached_property
    def is_explicitly_ordered(self) -> bool:
        return True


def _reviews() -> Prefetch:
    """Each note's review in progress, where Wagtail looks for it; its own way needs a second query a page type."""
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return Prefetch("_specific_workflow_states", queryset=states, to_attr="_current_workflow_states")


class NewsListing(PageListingViewSet):
    model = NewsPage
    name = "noticias"
    icon = "doc-full-inverse"
    menu_label = _("Noticias")
    menu_name = "news"
    menu_order = Place.NEWS
    menu_item_class = NewsMenuItem
    add_to_admin_menu = True
    index_view_class = NewsIndexView
    filterset_class = NewsFilterSet
    list_per_page = 30
    columns = [
        NotesBulkColumn("bulk_actions"),
        Column("number", label=_("Número"), accessor="number.text", sort_key="number__text", classname="unbroken"),
        PageTitleColumn("title", label=_("Título"), sort_key="title", classname="title"),
        Column("unit", label=_("Unidad"), accessor="unit.code", sort_key="unit__code", width="8%"),
        DayColumn("published_at", label=_("Publicación"), width="11%"),
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state", width="14%"),
    ]
    list_export = ["number.text", "title", "kicker", "summary", "unit.name", "district.name", "published_at", "state"]
    export_headings = {
        "number.text": _("Número"),
        "unit.name": _("Unidad"),
        "district.name": _("Distrito"),
        "state": _("Estado"),
    }
    export_filename = "noticias"
