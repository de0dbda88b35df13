"""Who registered for events: looked for, exported; nobody is typed in here."""

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput
from wagtail.permissions import register_permission_policy

from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.alphabet import Alphabetical
from pages.admin.menu import AGENDA_HOOK
from pages.enums import Attendance, RegistrationState
from pages.models import EventPage, EventRegistration

register_permission_policy(EventRegistration, LimitedPolicy(EventRegistration, allowed={"view"}))
TONES = {
    RegistrationState.CONFIRMED: Tone.GOOD,
    RegistrationState.WAITING: Tone.WAITING,
    RegistrationState.CANCELLED: Tone.QUIET,
}


def state_tag(registration: EventRegistration) -> SafeString:
    return tag(registration.get_state_display(), TONES[RegistrationState(registration.state)])


def date_words(registration: EventRegistration) -> str:
    """When the date that was chosen starts, as it stands now."""
    starts = registration.starts_at
    return date_format(localtime(starts), "SHORT_DATETIME_FORMAT") if starts else gettext("suspendida")


class RegistrationFilterSet(WagtailFilterSet):
    event = ModelChoiceFilter(label=_("Evento"), queryset=EventPage.objects.none())
    date = DateFilter(label=_("Día"), field_name="starts_at", lookup_expr="date", widget=AdminDateInput)
    state = ChoiceFilter(label=_("Estado"), choices=RegistrationState.choices)
    attendance = ChoiceFilter(label=_("Asistencia"), choices=Attendance.choices)

    class Meta:
        model = EventRegistration
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        used = EventRegistration.objects.order_by().values("event")
        self.filters["event"].queryset = (
            EventPage.objects.filter(pk__in=used).defer_streamfields().order_by(Alphabetical("title"))
        )


class RegistrationIndexView(ReadOnlyIndexView):
    """Those who registered and didn't cancel come with their data; the cancelled keep none."""

    def get_base_queryset(self) -> QuerySet:
        return EventRegistration.objects.with_times().select_related("event").defer("event__body")


class EventRegistrations(ReadOnlyRegister):
    model = EventRegistration
    name = "inscripciones"
    icon = "group"
    menu_hook = AGENDA_HOOK
    menu_label = _("Inscripciones")
    empty_words = _("Todavía no hay inscripciones: llegan desde la página de cada evento que las recibe.")
    menu_order = 110
    index_view_class = RegistrationIndexView
    inspect_view_fields = [
        "event",
        "original_start",
        "name",
        "email",
        "phone",
        "state",
        "attendance",
        "registered_at",
        "consent_text",
    ]
    filterset_class = RegistrationFilterSet
    list_display = [
        "__str__",
        Column("event", label=_("Evento"), accessor="event.title", sort_key="event__title"),
        Column("starts_at", label=_("Fecha"), accessor=date_words, sort_key="original_start"),
        "email",
        "phone",
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state"),
        Column("attendance", label=_("Asistencia"), accessor="get_attendance_display", sort_key="attendance"),
    ]
    search_fields = ["name", "email", "phone", "event__title"]
    list_export = [
        "event.title", "starts_at", "name", "email", "phone",
        "get_state_display", "get_attendance_display", "registered_at",
    ]  # fmt: skip
    export_headings = {
        "event.title": _("Evento"),
        "starts_at": _("Fecha"),
        "get_state_display": _("Estado"),
        "get_attendance_display": _("Asistencia"),
    }
    export_filename = "inscripciones"
