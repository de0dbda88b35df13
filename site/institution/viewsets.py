"""The institution's registers in the backend's settings menu."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column

from institution.admin.columns import DayColumn
from institution.admin.registers import SmallRegister
from institution.admin.tags import Tone, tag
from institution.admin.unit_tree import UnitIndexView, UnitReorderView
from institution.models import District, DocumentSeries, OrganicUnit, RestrictionPeriod, TermOfGovernment, YearName
from institution.rules.periods import PeriodState, period_state

TONES = {PeriodState.IN_FORCE: Tone.WAITING, PeriodState.COMING: Tone.QUIET, PeriodState.OVER: Tone.QUIET}


def state_of(period: RestrictionPeriod | TermOfGovernment) -> PeriodState:
    """How the span stands today in Lima."""
    return period_state(starts_on=period.starts_on, ends_on=period.ends_on, on=timezone.localdate())


def state_column(tones: dict[PeriodState, Tone] = TONES) -> Column:
    """The span's state today, as a tag."""
    return Column("state", label=_("Estado"), accessor=lambda row: tag(state_of(row).label, tones[state_of(row)]))


class UnitRegister(SmallRegister):
    model = OrganicUnit
    url_prefix = "unidades"
    icon = "group"
    menu_label = _("Unidades")
    menu_order = 20
    index_view_class = UnitIndexView
    reorder_view_class = UnitReorderView
    sort_order_field = "position"
    list_per_page = 200
    list_display = ["name", "code", "level", "kind", BooleanColumn("active", label=_("Vigente"), sort_key="active")]
    list_filter = ["level", "kind", "active"]
    search_fields = ["name", "code", "functions"]
    list_export = ["code", "name", "get_kind_display", "get_level_display", "parent.code", "legal_source", "active"]
    export_headings = {
        "get_kind_display": _("Clase"),
        "get_level_display": _("Tipo de órgano"),
        "parent.code": _("Depende de"),
    }
    export_filename = "unidades"
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("level"), FieldPanel("kind")]),
        FieldPanel("parent"),
        FieldPanel("functions"),
        FieldPanel("legal_source"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("active"),
    ]

    def get_queryset(self, request):
        return OrganicUnit.objects.select_related("parent")


class TermRegister(SmallRegister):
    model = TermOfGovernment
    url_prefix = "gobierno"
    icon = "clipboard-list"
    menu_label = _("Gobierno")
    menu_order = 30
    list_display = [
        "name",
        DayColumn("starts_on", label=_("Inicia")),
        DayColumn("ends_on", label=_("Termina")),
        "motto",
        state_column(TONES | {PeriodState.IN_FORCE: Tone.GOOD}),
    ]
    list_filter = {"starts_on": ["gte", "lte"]}
    search_fields = ["name", "motto"]
    list_export = ["name", "starts_on", "ends_on", "motto"]
    export_filename = "periodos-de-gobierno"


class SeriesRegister(SmallRegister):
    model = DocumentSeries
    url_prefix = "series"
    icon = "list-ol"
    menu_label = _("Series")
    menu_order = 40
    list_display = ["name", "code", "unit", "pattern"]
    list_filter = ["unit"]
    search_fields = ["name", "code", "unit__name"]
    list_export = ["code", "name", "unit", "pattern"]
    export_filename = "series-documentales"

    def get_queryset(self, request):
        return DocumentSeries.objects.select_related("unit")


class RestrictionRegister(SmallRegister):
    model = RestrictionPeriod
    url_prefix = "restricciones"
    icon = "warning"
    menu_label = _("Restricciones")
    menu_order = 50
    list_display = [
        "name",
        DayColumn("starts_on", label=_("Desde")),
        DayColumn("ends_on", label=_("Hasta")),
        state_column(),
        BooleanColumn("verified", label=_("Contrastada"), sort_key="verified"),
    ]
    list_filter = {"verified": ["exact"], "starts_on": ["gte", "lte"]}
    search_fields = ["name", "legal_source"]
    list_export = ["name", "starts_on", "ends_on", "legal_source", "verified"]
    export_filename = "periodos-de-restriccion"


class YearNameRegister(SmallRegister):
    model = YearName
    url_prefix = "anios"
    icon = "calendar-alt"
    menu_label = _("Años")
    menu_order = 60
    list_display = ["year", "name", "legal_source"]
    list_filter = {"year": ["gte", "lte"]}
    search_fields = ["year", "name", "legal_source"]
    list_export = ["year", "name", "legal_source"]
    export_filename = "nombres-de-los-anios"


class DistrictRegister(SmallRegister):
    model = District
    url_prefix = "distritos"
    icon = "globe"
    menu_label = _("Distritos")
    menu_order = 70
    list_display = ["name", "ubigeo", "reniec_code", BooleanColumn("is_capital", label=_("Capital"))]
    list_filter = ["is_capital"]
    search_fields = ["name", "ubigeo", "reniec_code"]
    list_export = ["ubigeo", "reniec_code", "name", "is_capital", "latitude", "longitude"]
    export_filename = "distritos"


REGISTERS = [UnitRegister, TermRegister, SeriesRegister, RestrictionRegister, YearNameRegister, DistrictRegister]
