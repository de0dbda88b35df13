"""The units as the organisation chart reads: indented, and moved by dragging."""

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, JsonResponse
from django.utils.functional import cached_property
from django.utils.html import format_html
from wagtail.admin.ui.tables import TitleColumn
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import ReorderView

from institution.actions.unit_order import renumber_units
from institution.admin.registers import SmallRegisterIndexView
from institution.models import OrganicUnit
from institution.rules.tree import flattened


class IndentedColumn(TitleColumn):
    """The unit's name, moved to the right once for each unit above it."""

    def __init__(self, *args, depths: dict[int, int], **kwargs):
        super().__init__(*args, **kwargs)
        self.depths = depths

    def get_value(self, instance: OrganicUnit):
        return format_html('<span class="tree-{}">{}</span>', self.depths.get(instance.pk, 0), instance.name)


class UnitIndexView(SmallRegisterIndexView):
    """The list in reading order, whatever the numbers say, unless another order is asked for."""

    @cached_property
    def depths(self) -> dict[int, int]:
        """How deep each unit hangs, in reading order."""
        return {node.row.pk: min(node.depth, 6) for node in flattened(OrganicUnit.objects.tree())}

    def _get_title_column(self, field_name, column_class=TitleColumn, **kwargs):
        return super()._get_title_column(field_name, IndentedColumn, depths=self.depths, **kwargs)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        if self.ordering and self.ordering != self.sort_order_field:
            return super().order_queryset(queryset)
        places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(self.depths)]
        return queryset.order_by(Case(*places, default=Value(0)), "pk")


class UnitReorderView(ReorderView):
    """Dragging needs distinct numbers in the order that was shown, before and after."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args, **kwargs) -> JsonResponse:
        renumber_units()
        response = super().post(request, *args, **kwargs)
        renumber_units()
        log(instance=OrganicUnit.objects.get(pk=kwargs["pk"]), action="wagtail.reorder", user=request.user)
        return response
