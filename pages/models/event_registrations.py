from datetime import datetime, timedelta
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from pages.enums import Attendance, RegistrationState
from pages.models.occurrences import Occurrence

DEFAULT_CONSENT = _(
    "Acepto que la municipalidad use mis datos solo para organizar este evento y avisarme de sus cambios "
    "(Ley 29733). Se borran cuando pasen los días indicados después del evento."
)
LONGEST_KEPT_DAYS = 365


class Registrable(models.Model):
    """An event for which people may register, if the editor opens it."""

    registration_open = models.BooleanField(_("recibir inscripciones"), default=False)
    registration_opens_at = models.DateTimeField(_("se abren"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("se cierran"), null=True, blank=True)
    capacity = models.PositiveIntegerField(
        _("vacantes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text=_("Por cada fecha. Vacío: sin límite. Quien llega después queda en lista de espera."),
    )
    registration_consent = models.TextField(_("texto de consentimiento"), default=DEFAULT_CONSENT, max_length=1_000)
    registrations_kept_days = models.PositiveSmallIntegerField(
        _("días que se guardan los datos"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_KEPT_DAYS)],
        help_text=_("Contados desde que termina la fecha a la que se inscribió; después se borran solos."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                name="pages_event_registration_closes_after_it_opens",
                violation_error_message=_("La inscripción se cierra antes de abrirse: revise sus fechas."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(capacity__gte=1), name="pages_event_has_room"
            ),
            models.CheckConstraint(
                condition=Q(registrations_kept_days__gte=1, registrations_kept_days__lte=LONGEST_KEPT_DAYS),
                name="pages_event_registrations_kept_briefly",
            ),
        ]


class RegistrationQuerySet(models.QuerySet["EventRegistration"]):
    def active(self) -> Self:
        """Confirmed or waiting: who is told of what changes."""
        return self.exclude(state=RegistrationState.CANCELLED)

    def confirmed(self) -> Self:
        return self.filter(state=RegistrationState.CONFIRMED)

    def waiting(self) -> Self:
        """The waiting lists, in their order."""
        return self.filter(state=RegistrationState.WAITING).order_by("pk")

    def with_times(self) -> Self:
        """Each with `starts_at`, `ends_at` and `all_day` of its date as it stands now; nulls once it doesn't."""
        dates = Occurrence.objects.filter(event=OuterRef("event"), original_start=OuterRef("original_start"))
        return self.annotate(**{name: Subquery(dates.values(name)[:1]) for name in ("starts_at", "ends_at", "all_day")})

    def to_come(self, *, at: datetime, put_off: datetime | None = None) -> Self:
        """The active ones whose date isn't over, or was put off from `put_off` until nobody knows when."""
        waits_for_date = Q(original_start__gte=put_off) if put_off else Q(pk=None)
        return self.active().with_times().filter(Q(ends_at__gt=at) | waits_for_date)

    def moving(self, *, origin: datetime, repeats: bool) -> Self:
        """The active ones whose date moves when the one that was to start at `origin` is put off."""
        return self.active().filter(Q(original_start=origin) if repeats else Q(original_start__gte=origin))

    def expired(self, *, at: datetime) -> list[int]:
        """The keys of those whose retention ended: so many days after their date."""
        rows = self.with_times().annotate(days=F("event__registrations_kept_days"))
        kept = rows.values_list("pk", "ends_at", "original_start", "days")
        return [pk for pk, over, planned, days in kept if (over or planned) + timedelta(days=days) < at]


class EventRegistration(models.Model):
    """A person who will attend an event on one of its dates.

    `original_start` says which date, as it does in `Occurrence`: the registration follows it wherever it moves.
    Purpose: to keep a place and to tell of changes. Retention: the days that the event says, after that date; a
    cancelled registration keeps no personal data. Only the digest of its cancel link is kept.
    """

    event = models.ForeignKey(
        "pages.EventPage", verbose_name=_("evento"), on_delete=models.CASCADE, related_name="registrations"
    )
    original_start = models.DateTimeField(_("fecha que eligió"))
    name = models.CharField(_("nombre"), max_length=120, blank=True)
    email = models.EmailField(_("correo"), blank=True)
    phone = models.CharField(_("teléfono"), max_length=20, blank=True)
    consent_text = models.TextField(_("consentimiento que aceptó"))
    state = models.CharField(_("estado"), max_length=10, choices=RegistrationState)
    seat = models.PositiveIntegerField(_("vacante"), null=True, blank=True)
    attendance = models.CharField(_("asistencia"), max_length=10, choices=Attendance, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    registered_at = models.DateTimeField(_("se inscribió"), db_index=True)
    cancelled_at = models.DateTimeField(_("canceló"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inscripción")
        verbose_name_plural = _("inscripciones")
        ordering = ["-registered_at", "-pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "original_start", "email"],
                condition=~Q(state=RegistrationState.CANCELLED),
                name="pages_registered_once",
            ),
            models.UniqueConstraint(fields=["event", "original_start", "seat"], name="pages_seat_of_one_person"),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.CONFIRMED, seat__isnull=False)
                | (~Q(state=RegistrationState.CONFIRMED) & Q(seat__isnull=True)),
                name="pages_confirmed_has_seat",
            ),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.CANCELLED, name="", email="", phone="", cancelled_at__isnull=False)
                | (~Q(state=RegistrationState.CANCELLED) & Q(cancelled_at__isnull=True) & ~Q(name="") & ~Q(email="")),
                name="pages_cancelled_keeps_no_data",
            ),
            models.CheckConstraint(
                condition=Q(attendance="") | Q(attendance__in=Attendance.values, state=RegistrationState.CONFIRMED),
                name="pages_attendance_of_the_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_state_display()

    @property
    def date(self) -> Occurrence | None:
        """The date that was chosen, as it stands now; None once the event doesn't take place then."""
        return self.event.occurrences.filter(original_start=self.original_start).first()
