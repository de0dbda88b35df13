"""The list of requests: what should have been ready first, filtered, searched and exported."""

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView
from institution.models import OrganicUnit, User
from pages.admin.unit_requests.verbs import due_tag, state_tag
from pages.enums import RequestFormat, RequestState
from pages.models import UnitRequest

CHOSEN, MOST_CHOSEN, LONGEST_KEY = "elegidas", 500, 19
register_permission_policy(UnitRequest, LimitedPolicy(UnitRequest, allowed={"view"}))


def detail_address(asked: UnitRequest) -> str:
    return reverse("solicitudes:inspect", args=[asked.pk])


def chosen_keys(request: HttpRequest, name: str = CHOSEN) -> list[int]:
    """The keys in the address, at most a few hundred; what is no key is passed over."""
    typed = [each for value in request.GET.getlist(name) for each in value.split(",")]
    return [int(each) for each in typed[:MOST_CHOSEN] if each.isdecimal() and len(each) < LONGEST_KEY]


def due(asked: UnitRequest) -> SafeString:
    """The day it is needed, and whether that passed."""
    return format_html("{} {}", asked.needed_by.strftime("%d/%m/%Y"), due_tag(asked))


class RequestFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("Estado"), choices=RequestState.choices, widget=CheckboxSelectMultiple
    )
    overdue = django_filters.BooleanFilter(label=_("Vencidas"), method="which_overdue")
    unit = django_filters.ModelMultipleChoiceFilter(
        label=_("Unidad"), queryset=OrganicUnit.objects.all(), widget=CheckboxSelectMultiple
    )
    assigned_to = django_filters.ModelMultipleChoiceFilter(
        label=_("A cargo de"), queryset=User.objects.all(), widget=CheckboxSelectMultiple
    )
    format = django_filters.MultipleChoiceFilter(
        label=_("Formato"), field_name="formats__kind", choices=RequestFormat.choices, widget=CheckboxSelectMultiple
    )
    needed_by = django_filters.DateFromToRangeFilter(label=_("Se necesita"), widget=DateRangePickerWidget)

    class Meta:
        model = UnitRequest
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = UnitRequest.objects.seen_by(self.request.user).order_by()
        self.filters["unit"].queryset = OrganicUnit.objects.filter(pk__in=mine.values("unit"))
        self.filters["assigned_to"].queryset = User.objects.filter(pk__in=mine.values("assigned_to"))

    def which_overdue(self, requests: QuerySet, name: str, value: bool) -> QuerySet:
        late = UnitRequest.objects.overdue(on=timezone.localdate())
        return requests.filter(pk__in=late.values("pk")) if value else requests.exclude(pk__in=late.values("pk"))


def view_buttons(request: HttpRequest) -> list[HeaderButton]:
    """From each way of looking at the requests to the others, and to a new one."""
    buttons = [
        HeaderButton(_("Lista"), url=reverse("solicitudes:index"), icon_name="list-ul", priority=20),
        HeaderButton(_("Tablero"), url=reverse("solicitudes:board"), icon_name="grip", priority=30),
        HeaderButton(_("Calendario"), url=reverse("solicitudes:calendar"), icon_name="calendar", priority=40),
    ]
    if request.user.has_perm("pages.add_unitrequest"):
        new = HeaderButton(_("Nueva solicitud"), url=reverse("solicitudes:add"), icon_name="plus", priority=10)
        buttons.insert(0, new)
    return [button for button in buttons if button.url != request.path]


class RequestIndexView(ReadOnlyIndexView):
    """Unless another order is asked for, pending by date and then what is concluded; of `elegidas`, only those."""

    page_title = _("Solicitudes de difusión")
    template_name = "backend/unit_requests/index.html"

    def get_base_queryset(self) -> QuerySet:
        seen = UnitRequest.objects.seen_by(self.request.user).for_lists().prefetch_related("formats")
        return seen.filter(pk__in=chosen_keys(self.request)) if CHOSEN in self.request.GET else seen

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().order_queryset(queryset) if self.is_explicitly_ordered else queryset.pressing_first()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().filter_queryset(queryset).distinct()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return view_buttons(self.request)


def title_id(asked: UnitRequest) -> str:
    """What tells screen readers which request a checkbox is of."""
    return f"unitrequest_{asked.pk}_title"


COLUMNS = [
    BulkActionsCheckboxColumn("bulk_actions", obj_type="unitrequest"),
    TitleColumn(
        "title",
        label=_("Qué"),
        get_url=detail_address,
        get_title_id=title_id,
        sort_key="title",
        classname="request-title",
    ),
    Column(
        "number", label=_("Número"), accessor="number.text", sort_key="number__text", width="9%", classname="unbroken"
    ),
    Column("unit", label=_("Unidad"), accessor="unit.code", sort_key="unit__code", width="8%"),
    Column("needed_by", label=_("Se necesita"), accessor=due, sort_key="needed_by", width="14%"),
    Column("assigned_to", label=_("A cargo de"), accessor="in_charge", sort_key="assigned_to__username", width="12%"),
    DayColumn("created_at", label=_("Recibida"), width="12%"),
    Column("state", label=_("Estado"), accessor=state_tag, sort_key="state", width="14%"),
]
