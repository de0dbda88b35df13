"""What may happen to what the API offers, and how an item stands towards the public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """What happened to an item, as integrators read it."""

    CREATED = "created", _("se publicó")
    UPDATED = "updated", _("se actualizó")
    MOVED = "moved", _("cambió de dirección")
    UNPUBLISHED = "unpublished", _("dejó de ser pública")
    DELETED = "deleted", _("se eliminó")
    EMBARGO_LIFTED = "embargo_lifted", _("terminó su embargo")
    WENT_LIVE = "went_live", _("se publicó como estaba programado")


class ItemState(models.TextChoices):
    """How an item stood when the feed last looked at it."""

    UNSEEN = "unseen", _("por mirar")
    HELD = "held", _("espera su momento")
    PUBLIC = "public", _("pública")
    WITHDRAWN = "withdrawn", _("retirada")
    DELETED = "deleted", _("eliminada")


class TokenState(models.TextChoices):
    """Whether a key of the API opens anything."""

    IN_FORCE = "in_force", _("Vigente")
    EXPIRED = "expired", _("Vencida")
    REVOKED = "revoked", _("Revocada")
