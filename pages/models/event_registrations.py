from datetime import datetime, timedelta
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import Attendance, RegistrationState

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
        help_text=_("Vacío: sin límite. Quien llega después queda en lista de espera."),
    )
    registration_consent = models.TextField(_("texto de consentimiento"), default=DEFAULT_CONSENT, max_length=1_000)
    registrations_kept_days = models.PositiveSmallIntegerField(
        _("días que se guardan los datos"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_KEPT_DAYS)],
        help_text=_("Contados desde que termina el evento; después se borran solos."),
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
        """The waiting list, in its order."""
        return self.filter(state=RegistrationState.WAITING).order_by("pk")

    def expired(self, *, at: datetime) -> list[int]:
        """The keys of those whose retention ended: so many days after the last date of their event."""
        rows = self.annotate(over=Max("event__occurrences__ends_at"), days=F("event__registrations_kept_days"))
        kept = rows.values_list("pk", "over", "registered_at", "days")
        return [pk for pk, over, since, days in kept if (over or since) + timedelta(days=days) < at]


class EventRegistration(models.Model):
    """A person who will attend an event.

    Purpose: to keep a place and to tell of changes. Retention: the days that the event says, after it ends; a
    cancelled registration keeps no personal data. Only the digest of its cancel link is kept.
    """

    event = models.ForeignKey(
        "pages.EventPage", verbose_name=_("evento"), on_delete=models.CASCADE, related_name="registrations"
    )
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
                fields=["event", "email"],
                condition=~Q(state=RegistrationState.CANCELLED),
                name="pages_registered_once",
            ),
            models.UniqueConstraint(fields=["event", "seat"], name="pages_seat_of_one_person"),
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
