"""The register of best bets: what is promised first to whoever looks for certain words."""

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from institution.admin.columns import DayColumn
from institution.admin.registers import SmallRegister
from institution.admin.tags import Tone, tag
from institution.rules.periods import PeriodState, period_state
from search.admin.menu import HOOK
from search.admin.prefilled import PrefilledCreateView
from search.models import BestBet

TONES = {PeriodState.IN_FORCE: Tone.GOOD, PeriodState.COMING: Tone.WAITING, PeriodState.OVER: Tone.QUIET}


def state_tag(bet: BestBet) -> SafeString:
    """Whether it is shown today in Lima; a page that nobody may see is never shown."""
    today = timezone.localdate()
    state = period_state(starts_on=bet.starts_on or today, ends_on=bet.ends_on, on=today)
    return tag(state.label, TONES[state])


def queries(bet: BestBet) -> str:
    return ", ".join(bet.listed)


class BestBetCreateView(PrefilledCreateView):
    words_field = "queries"


class BestBetRegister(SmallRegister):
    model = BestBet
    url_prefix = "resultados-destacados"
    icon = "pick"
    menu_hook = HOOK
    menu_label = _("Resultados destacados")
    menu_order = 300
    add_view_class = BestBetCreateView
    list_display = [
        "__str__",
        Column("queries", label=_("Búsquedas"), accessor=queries),
        DayColumn("starts_on", label=_("Desde")),
        DayColumn("ends_on", label=_("Hasta")),
        Column("state", label=_("Estado"), accessor=state_tag),
    ]
    list_filter = {"match": ["exact"], "starts_on": ["gte", "lte"]}
    search_fields = ["queries", "title", "description", "page__title"]
    list_export = ["__str__", "listed", "url", "description", "starts_on", "ends_on"]
    export_headings = {"__str__": _("Título"), "listed": _("Búsquedas")}
    export_filename = "resultados-destacados"
    panels = [
        FieldPanel("queries"),
        FieldPanel("match"),
        MultiFieldPanel([FieldPanel("page"), FieldPanel("url")], heading=_("A dónde lleva")),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("position")]),
    ]

    def get_queryset(self, request):
        return BestBet.objects.select_related("page")
