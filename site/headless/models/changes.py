from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from headless.enums import ChangeKind

GONE = (ChangeKind.UNPUBLISHED, ChangeKind.DELETED)


class ChangeQuerySet(models.QuerySet["Change"]):
    def between(self, after: int, last: int) -> Self:
        """What was told after a number up to another, in order."""
        return self.filter(sequence__gt=after, sequence__lte=last).order_by("sequence")


class Change(models.Model):
    """Something that happened to an item that is or was public, written in the transaction that made it happen.

    It is never altered: what is sent to others is sent from here. `version` counts an item's changes from 1; `address`
    is where the item is, empty once it is nowhere. Retention: see `headless.actions.forget_changes`.
    """

    sequence = models.BigIntegerField(_("orden"), primary_key=True)
    type = models.CharField(_("tipo"), max_length=40)
    key = models.BigIntegerField(_("id"))
    slug = models.CharField(_("slug"), max_length=255, blank=True)
    kind = models.CharField(_("qué pasó"), max_length=20, choices=ChangeKind)
    version = models.PositiveIntegerField(_("versión"))
    at = models.DateTimeField(_("cuándo"), db_index=True)
    address = models.TextField(_("dirección"), blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("cambio")
        verbose_name_plural = _("cambios")
        ordering = ["sequence"]
        default_permissions = ()
        indexes = [models.Index(fields=["type", "sequence"], name="headless_change_by_type")]
        constraints = [
            models.UniqueConstraint(fields=["type", "key", "version"], name="headless_change_once"),
            models.CheckConstraint(condition=Q(sequence__gte=1, version__gte=1), name="headless_change_is_counted"),
            models.CheckConstraint(condition=Q(kind__in=ChangeKind.values), name="headless_change_kind"),
            models.CheckConstraint(
                condition=~Q(kind__in=[kind.value for kind in GONE]) | Q(address=""), name="headless_gone_is_nowhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.type} {self.key} {self.kind}"
