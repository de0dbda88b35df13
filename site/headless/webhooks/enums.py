"""What may become of a webhook and of what it delivers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryState(models.TextChoices):
    """Whether a receiver has what was sent to it."""

    WAITING = "waiting", _("por entregar")
    DELIVERED = "delivered", _("entregada")
    DEAD = "dead", _("no entregada")


class WebhookState(models.TextChoices):
    """How a webhook fares."""

    ACTIVE = "active", _("activo")
    FAILING = "failing", _("con fallas")
    OFF = "off", _("suspendido")


class SwitchedOff(models.TextChoices):
    """Why nothing is sent to a receiver any more."""

    BY_HAND = "by_hand", _("lo suspendió una persona")
    GONE = "gone", _("el receptor respondió que ya no existe (410)")
    FAILING = "failing", _("el receptor no aceptó nada durante tres días")


class Outcome(models.TextChoices):
    """What came of one attempt."""

    ACCEPTED = "accepted", _("aceptada")
    GONE = "gone", _("el receptor ya no existe")
    REFUSED = "refused", _("el receptor respondió con un error")
    NOT_NOW = "not_now", _("el receptor no está disponible")
    UNREACHABLE = "unreachable", _("no hubo respuesta")
    INSECURE = "insecure", _("su certificado no es válido")
    FORBIDDEN = "forbidden", _("la dirección no es de internet")
