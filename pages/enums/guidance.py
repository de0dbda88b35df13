"""Kinds of what guidance tells."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Situation(models.TextChoices):
    """What brings somebody to the municipality, in that person's words."""

    BUSINESS = "negocio", _("Voy a abrir o tengo un negocio")
    FAMILY = "familia", _("Nacimientos, matrimonio y familia")
    BUILDING = "predio", _("Voy a construir o tengo un predio")
    TAXES = "tributos", _("Debo pagar o reclamar un tributo")
    SUPPORT = "apoyo", _("Necesito apoyo o protección")
    NEIGHBOURHOOD = "barrio", _("Tengo un problema en mi barrio")
    OTHER = "otro", _("Otro trámite o consulta")


class Silence(models.TextChoices):
    """What it means that the municipality doesn't answer in time.

    Source: Ley 27444 (TUO, D.S. 004-2019-JUS), arts. 32 to 38.
    """

    AUTOMATIC = "automatic", _("Aprobación automática: vale desde que lo presenta")
    POSITIVE = "positive", _("Silencio positivo: si no hay respuesta a tiempo, queda aprobado")
    NEGATIVE = "negative", _("Silencio negativo: si no hay respuesta a tiempo, puede darlo por denegado e impugnar")
    NONE = "none", _("No aplica")


class ChannelKind(models.TextChoices):
    """How it may be done."""

    IN_PERSON = "in_person", _("En persona")
    VIRTUAL = "virtual", _("Por internet")
    PHONE = "phone", _("Por teléfono")
