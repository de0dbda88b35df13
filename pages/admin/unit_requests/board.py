"""The board: a column for each state, the most pressing on top."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from institution.models import User
from pages.admin.unit_requests.listing import view_buttons
from pages.admin.unit_requests.verbs import Step, steps_for
from pages.enums import RequestState
from pages.models import UnitRequest
from pages.models.unit_requests import VIEW

LONGEST = 20
ASIDE = frozenset({RequestState.RETURNED, RequestState.DECLINED})


@dataclass(frozen=True)
class Card:
    asked: UnitRequest
    overdue: bool
    steps: list[Step]


@dataclass(frozen=True)
class BoardColumn:
    """A state with its first requests; `total` says how many there are, `more` where the rest is."""

    state: RequestState
    cards: list[Card]
    total: int
    more: str


class RequestsOverview(WagtailAdminTemplateMixin, TemplateView):
    """A way of looking at all the requests that the person may see."""

    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_buttons(self) -> list:
        return view_buttons(self.request)

    def get_breadcrumbs_items(self) -> list[dict]:
        listing = {"url": reverse("solicitudes:index"), "label": _("Solicitudes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]


class BoardView(RequestsOverview):
    template_name = "backend/unit_requests/board.html"
    page_title = _("Tablero")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(columns=columns_for(self.request.user), here=self.request.path, **kwargs)


def columns_for(user: User) -> list[BoardColumn]:
    """Every state, in the order of the work, in a constant number of queries."""
    seen = UnitRequest.objects.seen_by(user)
    totals = dict(seen.order_by().values_list("state").annotate(total=Count("pk")))
    return [_column(seen, state, totals.get(state, 0), user) for state in RequestState]


def _column(seen, state: RequestState, total: int, user: User) -> BoardColumn:
    rows = seen.filter(state=state).for_lists().pressing_first()[:LONGEST]
    today = timezone.localdate()
    cards = [Card(row, row.overdue(on=today), _short(steps_for(row, user))) for row in rows]
    return BoardColumn(state, cards, total, f"{reverse('solicitudes:index')}?state={state.value}")


def _short(steps: list[Step]) -> list[Step]:
    """The steps that move the work on; refusing is done from the request itself."""
    return [step for step in steps if step.target not in ASIDE]
