"""Who registered for events: looked for, exported; nobody is typed in here."""

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
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


class RegistrationFilterSet(WagtailFilterSet):
    event = ModelChoiceFilter(label=_("Evento"), queryset=EventPage.objects.none())
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
        return EventRegistration.objects.select_related("event").defer("event__body")


class EventRegistrations(ReadOnlyRegister):
    model = EventRegistration
    name = "inscripciones"
    icon = "group"
    menu_hook = AGENDA_HOOK
    menu_label = _("Inscripciones")
    menu_order = 110
    index_view_class = RegistrationIndexView
    inspect_view_fields = ["event", "name", "email", "phone", "state", "attendance", "registered_at", "consent_text"]
    filterset_class = RegistrationFilterSet
    list_display = [
        "__str__",
        Column("event", label=_("Evento"), accessor="event.title", sort_key="event__title"),
        "email",
        "phone",
        DayColumn("registered_at", label=_("Se inscribió")),
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state"),
        Column("attendance", label=_("Asistencia"), accessor="get_attendance_display", sort_key="attendance"),
    ]
    search_fields = ["name", "email", "phone", "event__title"]
    list_export = [
        "event.title", "name", "email", "phone", "get_state_display", "get_attendance_display", "registered_at",
    ]  # fmt: skip
    export_headings = {
        "event.title": _("Evento"),
        "get_state_display": _("Estado"),
        "get_attendance_display": _("Asistencia"),
    }
    export_filename = "inscripciones"
