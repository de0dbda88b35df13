"""Kinds and states of an event, how it repeats, and where a registration stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What people are called to."""

    FAIR = "fair", _("Feria")
    FESTIVITY = "festivity", _("Festividad")
    HEARING = "hearing", _("Audiencia pública")
    WORKSHOP = "workshop", _("Taller o capacitación")
    HEALTH = "health", _("Campaña de salud")
    CEREMONY = "ceremony", _("Ceremonia")
    SPORT = "sport", _("Deportivo")
    CULTURE = "culture", _("Cultural")
    COMMUNAL_WORK = "communal_work", _("Faena o jornada comunal")
    MEETING = "meeting", _("Reunión")
    OTHER = "other", _("Otro")


class EventModality(models.TextChoices):
    """How one attends; the words of schema.org's eventAttendanceMode."""

    IN_PERSON = "in_person", _("Presencial")
    VIRTUAL = "virtual", _("Virtual")
    HYBRID = "hybrid", _("Presencial y virtual")


class EventState(models.TextChoices):
    """Whether it takes place as told."""

    CONFIRMED = "confirmed", _("Confirmado")
    POSTPONED = "postponed", _("Postergado")
    CANCELLED = "cancelled", _("Cancelado")


class Frequency(models.TextChoices):
    """How an event repeats (RFC 5545, FREQ)."""

    DAILY = "DAILY", _("Cada día")
    WEEKLY = "WEEKLY", _("Cada semana")
    MONTHLY = "MONTHLY", _("Cada mes")
    YEARLY = "YEARLY", _("Cada año")


class Weekday(models.TextChoices):
    """The days of the week (RFC 5545, weekday), Monday first."""

    MONDAY = "MO", _("Lunes")
    TUESDAY = "TU", _("Martes")
    WEDNESDAY = "WE", _("Miércoles")
    THURSDAY = "TH", _("Jueves")
    FRIDAY = "FR", _("Viernes")
    SATURDAY = "SA", _("Sábado")
    SUNDAY = "SU", _("Domingo")


class RegistrationState(models.TextChoices):
    """Where a person's registration stands."""

    CONFIRMED = "confirmed", _("Inscrita")
    WAITING = "waiting", _("En lista de espera")
    CANCELLED = "cancelled", _("Cancelada")


class Attendance(models.TextChoices):
    """What the person at the door noted."""

    ATTENDED = "attended", _("Asistió")
    ABSENT = "absent", _("No asistió")
