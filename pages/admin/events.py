"""The listing of events in the backend."""

from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import Column

from institution.admin.columns import DayColumn
from institution.admin.tags import Tone, tag
from pages.admin.menu import AGENDA_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.enums import EventKind, EventState
from pages.models import EventPage, Occurrence

TONES = {EventState.CONFIRMED: Tone.GOOD, EventState.POSTPONED: Tone.WAITING, EventState.CANCELLED: Tone.STOPPED}


def standing_tag(event: EventPage) -> SafeString:
    """How a published event stands."""
    return tag(event.standing.get_state_display(), TONES[EventState(event.standing.state)]) if event.live else ""


class EventFilterSet(PieceFilterSet):
    kind = MultipleChoiceFilter(label=_("Clase"), choices=EventKind.choices, widget=CheckboxSelectMultiple)
    standing = MultipleChoiceFilter(
        label=_("Cómo figura"), field_name="status__state", choices=EventState.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = EventPage
        fields: list[str] = []


class EventIndexView(PieceIndexView):
    page_title = _("Eventos")
    add_item_label = _("Nuevo evento")
    default_ordering = "next_start"

    def annotate_queryset(self, events: QuerySet) -> QuerySet:
        """With when each takes place next."""
        events = super().annotate_queryset(events).select_related("status", "district")
        return events.annotate(next_start=_next_start(at=timezone.now()))

    def order_queryset(self, events: QuerySet) -> QuerySet:
        """What is nearest first; then what has no date to come, the last that was touched first."""
        if self.ordering == self.default_ordering:
            return events.order_by(F("next_start").asc(nulls_last=True), "-latest_revision_created_at")
        return super().order_queryset(events)


def _next_start(*, at: datetime) -> Subquery:
    times = Occurrence.objects.filter(event=OuterRef("pk"), ends_at__gt=at).order_by("starts_at")
    return Subquery(times.values("starts_at")[:1])


class EventListing(PieceListing):
    model = EventPage
    name = "eventos"
    icon = "date"
    menu_label = _("Eventos")
    menu_name = "events"
    menu_order = 100
    menu_hook = AGENDA_HOOK
    index_view_class = EventIndexView
    filterset_class = EventFilterSet
    columns = piece_columns(
        EventPage,
        DayColumn("next_start", label=_("Próxima fecha"), width="12%"),
        Column("standing", label=_("Figura"), accessor=standing_tag, width="10%"),
    )
    list_export = [*PieceListing.list_export, "get_kind_display", "place_words", "next_start"]
    export_headings = PieceListing.export_headings | {
        "get_kind_display": _("Clase"),
        "place_words": _("Lugar"),
        "next_start": _("Próxima fecha"),
    }
    export_filename = "eventos"
