"""The cards of a kit: pictures drawn by the program, one a kind and a shape."""

import secrets

from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums.social import SIZES, CardKind, CardShape
from pages.models.social_kits import SocialKit


def card_storage():
    """Where cards are kept: no address serves it but the one that asks whether they are public."""
    return storages["cards"]


def card_token() -> str:
    """128 random bits, so that no address of a card can be guessed."""
    return secrets.token_hex(16)


class SocialCard(models.Model):
    """A card of a kit. Its address holds while it shows the same: `digest` is of what is drawn on it."""

    kit = models.ForeignKey(SocialKit, on_delete=models.CASCADE, related_name="cards")
    kind = models.CharField(_("clase"), max_length=6, choices=CardKind)
    shape = models.CharField(_("forma"), max_length=10, choices=CardShape)
    digest = models.CharField(max_length=64)
    token = models.CharField(max_length=32, unique=True, default=card_token)
    alt = models.TextField(_("texto alternativo"))
    file = models.FileField(storage=card_storage, blank=True, max_length=120)
    drawn_at = models.DateTimeField(_("dibujada"), null=True)

    class Meta:
        verbose_name = _("tarjeta")
        verbose_name_plural = _("tarjetas")
        ordering = ["kit", "kind", "pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.UniqueConstraint(fields=["kit", "kind", "shape"], name="pages_card_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[CardKind.TITLE, CardKind.QUOTE, CardKind.PHOTO]), name="pages_card_kind_known"
            ),
            models.CheckConstraint(condition=Q(shape__in=CardShape.values), name="pages_card_shape_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kit}: {self.get_kind_display()}, {self.get_shape_display()}"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return SIZES[CardShape(self.shape)]
