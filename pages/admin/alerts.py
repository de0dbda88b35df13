"""The register of alerts: drafted by Redacción, published by Jefatura."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from institution.admin.columns import DayColumn
from institution.admin.registers import SmallRegister
from institution.admin.tags import Tone, tag
from pages.admin.menu import HOOK
from pages.enums.alerts import AlertSeverity
from pages.models import Alert
from pages.rules.alerts import AlertState

TONES = {AlertState.COMING: Tone.WAITING, AlertState.ACTIVE: Tone.GOOD, AlertState.OVER: Tone.QUIET}


def state_tag(alert: Alert) -> SafeString:
    """How the alert stands now, or that nobody published it."""
    if not alert.live:
        return tag(_("Sin publicar"), Tone.STOPPED)
    state = alert.state(at=timezone.now())
    return tag(state.label, TONES[state])


class AlertFilterSet(WagtailFilterSet):
    severity = django_filters.ChoiceFilter(label=_("Gravedad"), choices=AlertSeverity.choices)
    active = django_filters.BooleanFilter(label=_("Activas ahora"), method="now_active")

    class Meta:
        model = Alert
        fields = ["live"]

    def now_active(self, alerts, name: str, value: bool):
        active = Alert.objects.active(at=timezone.now()).values("pk")
        return alerts.filter(pk__in=active) if value else alerts.exclude(pk__in=active)


class AlertRegister(SmallRegister):
    model = Alert
    url_prefix = "avisos"
    icon = "warning"
    menu_hook = HOOK
    menu_label = _("Avisos")
    menu_order = 120
    filterset_class = AlertFilterSet
    list_display = [
        "title",
        Column("severity", label=_("Gravedad"), accessor="get_severity_display", sort_key="severity"),
        DayColumn("starts_at", label=_("Empieza")),
        DayColumn("ends_at", label=_("Termina")),
        Column("state", label=_("Estado"), accessor=state_tag),
    ]
    search_fields = ["title", "text", "source"]
    list_export = ["title", "get_severity_display", "zone", "starts_at", "ends_at", "live", "source"]
    export_headings = {"get_severity_display": _("Gravedad"), "zone": _("Zona")}
    export_filename = "avisos"
    panels = [
        FieldPanel("severity"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("districts", widget=CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("source"),
        MultiFieldPanel([FieldPanel("link_page"), FieldPanel("link_url")], heading=_("Más información")),
    ]

    def get_queryset(self, request):
        return Alert.objects.prefetch_related("districts")
