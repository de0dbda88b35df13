from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageManager
from wagtail.search import index

from pages.enums import EventKind, EventModality
from pages.forms.events import EventForm
from pages.models.event_dates import Repeating
from pages.models.event_registrations import Registrable
from pages.models.event_status import EventStatus
from pages.models.gathered import Gathered
from pages.models.occurrences import Occurrence
from pages.models.piece import Piece, PieceQuerySet
from pages.panels.events import event_edit_handler
from pages.rules.coordinates import coordinate_warning
from pages.rules.events import (
    Whereabouts,
    accepts_registrations,
    date_obstacles,
    place_obstacles,
    registration_obstacles,
)
from pages.rules.recurrence import Slot


class EventQuerySet(PieceQuerySet):
    def with_next(self, *, start: datetime) -> "EventQuerySet":
        """Those that take place at or after `start`, each with `shown_start`: the first time that isn't over then."""
        times = Occurrence.objects.filter(event=OuterRef("pk"), ends_at__gt=start).order_by("starts_at")
        return self._with_shown(times)

    def with_last(self, *, end: datetime) -> "EventQuerySet":
        """Those that took place before `end`, each with `shown_start`: the last time that was over by then."""
        times = Occurrence.objects.filter(event=OuterRef("pk"), ends_at__lte=end).order_by("-starts_at")
        return self._with_shown(times)

    def for_cards(self) -> "EventQuerySet":
        return super().for_cards().select_related("status")

    def _with_shown(self, times) -> "EventQuerySet":
        shown = {name: Subquery(times.values(column)[:1]) for name, column in SHOWN.items()}
        return self.annotate(**shown).filter(shown_start__isnull=False)


SHOWN = {"shown_start": "starts_at", "shown_end": "ends_at", "shown_all_day": "all_day"}


class EventPage(Registrable, Repeating, Gathered, Piece):
    """An event (*evento*) that people may attend, on one or several occasions."""

    kind = models.CharField(_("clase"), max_length=16, choices=EventKind, default=EventKind.OTHER, db_index=True)
    modality = models.CharField(_("modalidad"), max_length=10, choices=EventModality, default=EventModality.IN_PERSON)
    place_name = models.CharField(
        _("lugar"), max_length=150, blank=True, help_text=_("Por ejemplo: «Coliseo municipal».")
    )
    address = models.CharField(_("dirección o referencia"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitud"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitud"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    virtual_url = models.URLField(_("dirección para seguirlo por internet"), blank=True)
    price = models.CharField(_("costo"), max_length=100, blank=True, help_text=_("Vacío: es gratuito."))
    contact = models.CharField(_("informes"), max_length=200, blank=True, help_text=_("A quién preguntar."))
    partners = models.CharField(_("con la participación de"), max_length=300, blank=True)
    outcome = models.TextField(
        _("qué pasó"), max_length=3_000, blank=True, help_text=_("Después del evento: un resumen, para quien no fue.")
    )

    objects = PageManager.from_queryset(EventQuerySet)()
    base_form_class = EventForm
    parent_page_types = ["pages.EventIndexPage"]
    edit_handler = event_edit_handler()
    template = "pages/event.html"

    search_fields = [
        *Piece.search_fields,
        index.SearchField("place_name"),
        index.SearchField("outcome"),
        index.RelatedFields("producers", [index.SearchField("name"), index.SearchField("product")]),
    ]

    class Meta(Piece.Meta):
        verbose_name = _("evento")
        verbose_name_plural = _("eventos")
        constraints = [
            *Piece.Meta.constraints,
            *Repeating.Meta.constraints,
            *Registrable.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="pages_event_kind_known"),
            models.CheckConstraint(condition=Q(modality__in=EventModality.values), name="pages_event_modality_known"),
        ]

    def own_obstacles(self, *, at):
        where = Whereabouts(self.modality, self.place_name, self.virtual_url)
        changed = {each.day for each in self.date_exceptions.all()}
        return (
            date_obstacles(self.typed_slots(), self.recurrence, changed)
            | place_obstacles(where)
            | registration_obstacles(open_=self.registration_open, consent=self.registration_consent)
        )

    @property
    def standing(self) -> EventStatus:
        """Its state; confirmed for one that was never published."""
        try:
            return self.status
        except EventStatus.DoesNotExist:
            return EventStatus(event_id=self.pk)

    def slots(self, status: EventStatus | None = None) -> list[Slot]:
        """Every time that it takes place, as it stands now."""
        return (status or self.standing).applied(self.planned_slots(), repeats=bool(self.repeats))

    @property
    def place_words(self) -> str:
        """Where it is, in one line."""
        district = self.district.name if self.district else ""
        words = (self.place_name, self.address, self.locality, district)
        return ", ".join(dict.fromkeys(word.strip() for word in words if word.strip()))

    @property
    def coordinate_warning(self) -> str:
        """What is odd about its point, in Spanish; blank when nothing is."""
        return coordinate_warning(self.latitude, self.longitude)

    def accepts_registrations(self, *, at: datetime) -> bool:
        """Whether somebody may register at `at`."""
        return not self.standing.cancelled and accepts_registrations(
            open_=self.registration_open,
            opens_at=self.registration_opens_at,
            closes_at=self.registration_closes_at,
            last_end=max((each.ends_at for each in self.occurrences.all()), default=None),
            at=at,
        )

    def get_context(self, request, *args, **kwargs):
        from pages.reading.events import event_context

        return super().get_context(request, *args, **kwargs) | event_context(self, at=timezone.now())
