"""What the listings of every type of piece share: state, search without surprises, filters, bulk actions, export."""

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
from institution.admin.spreadsheets import HarmlessExport
from institution.models import OrganicUnit
from pages.admin.piece_states import PieceState, state_tag, with_state
from pages.models import Piece, Topic

MOST_FOUND = 500


class PieceMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


class PieceFilterSet(WagtailFilterSet):
    """Filters of every type; a type's own set names its model in Meta."""

    state = django_filters.MultipleChoiceFilter(
        label=_("Estado"), choices=PieceState.choices, widget=CheckboxSelectMultiple
    )
    unit = django_filters.ModelMultipleChoiceFilter(
        label=_("Unidad"), queryset=OrganicUnit.objects.all(), widget=CheckboxSelectMultiple
    )
    topics = django_filters.ModelMultipleChoiceFilter(
        label=_("Tema"), queryset=Topic.objects.all(), widget=CheckboxSelectMultiple
    )
    published_at = django_filters.DateFromToRangeFilter(label=_("Publicación"), widget=DateRangePickerWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        used = self._meta.model.objects.order_by().values("unit")
        self.filters["unit"].queryset = OrganicUnit.objects.filter(pk__in=used)


class PieceBulkColumn(BulkActionsColumn):
    """Ticking everything means every piece of the type: without a parent Wagtail would take every page there is."""

    def __init__(self, model: type[Piece]):
        super().__init__("bulk_actions")
        self.model = model

    def get_header_context_data(self, parent_context):
        index = self.model.allowed_parent_page_models()[0]
        context = super().get_header_context_data(parent_context)
        return context | {"parent": index.objects.values_list("pk", flat=True).first()}


class PieceIndexView(HarmlessExport, IndexView):
    """Pieces of one type with their state, searched through the index and filtered at once."""

    add_item_label = _("Añadir")
    default_ordering = "-latest_revision_created_at"
    search_kwarg = "q"

    @cached_property
    def page_title(self):
        return self.model._meta.verbose_name_plural.capitalize()

    def annotate_queryset(self, pieces: QuerySet) -> QuerySet:
        pieces = pieces.defer_streamfields().select_related("unit", "locked_by")
        pieces = pieces.prefetch_related("content_type", "sites_rooted_here", _reviews())
        return with_state(pieces.annotate_site_root_state().annotate_approved_schedule(), at=timezone.now())

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        found = self.model.objects.all().autocomplete(self.search_query)[:MOST_FOUND]
        return queryset.filter(Q(pk__in=[piece.pk for piece in found]) | self.also_named(self.search_query))

    def also_named(self, typed: str) -> Q:
        """What else than its words finds a piece, such as its number; nothing by default."""
        return Q(pk__in=[])

    @cached_property
    def is_explicitly_ordered(self) -> bool:
        return True


def _reviews() -> Prefetch:
    """Each piece's review in progress, where Wagtail looks for it; its own way needs a second query a page type."""
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return Prefetch("_specific_workflow_states", queryset=states, to_attr="_current_workflow_states")


def piece_columns(model: type[Piece], *own: Column) -> list[Column]:
    """The columns of every listing, with a type's own before the title."""
    return [
        PieceBulkColumn(model),
        *own,
        PageTitleColumn("title", label=_("Título"), sort_key="title", classname="title"),
        Column("unit", label=_("Unidad"), accessor="unit.code", sort_key="unit__code", width="8%"),
        DayColumn("published_at", label=_("Publicación"), width="11%"),
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state", width="14%"),
    ]


class PieceListing(PageListingViewSet):
    """The listing of one type, which names its model, address, menu and columns, and its filters where it has more."""

    menu_item_class = PieceMenuItem
    index_view_class = PieceIndexView
    list_per_page = 30
    list_export = ["title", "summary", "unit.name", "district.name", "published_at", "state"]
    export_headings = {"unit.name": _("Unidad"), "district.name": _("Distrito"), "state": _("Estado")}
