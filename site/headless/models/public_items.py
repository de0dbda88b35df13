from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from headless.enums import ChangeKind, ItemState
from headless.models.changes import Change
from headless.rules.changes import Stood, Told


class PublicItemQuerySet(models.QuerySet["PublicItem"]):
    def due(self, at: datetime) -> Self:
        """What must be looked at again by the instant `at`."""
        return self.filter(due_at__lte=at)


class PublicItem(models.Model):
    """An item as the feed last saw it, with what was told of it. Nothing of this table is shown to anybody.

    `due_at` is when it must be looked at again: its embargo or its term ends, or something above it changed.
    """

    type = models.CharField(_("tipo"), max_length=40)
    key = models.BigIntegerField(_("id"))
    slug = models.CharField(_("slug"), max_length=255, blank=True)
    state = models.CharField(_("estado"), max_length=10, choices=ItemState, default=ItemState.UNSEEN)
    version = models.PositiveIntegerField(_("versión"), default=0)
    address = models.TextField(_("dirección"), blank=True)
    stamp = models.DateTimeField(_("contenido del"), null=True, blank=True)
    changed_at = models.DateTimeField(_("último cambio"), null=True, blank=True)
    sequence = models.BigIntegerField(_("orden del último cambio"), default=0)
    due_at = models.DateTimeField(_("mirar otra vez"), null=True, blank=True, db_index=True)

    objects = PublicItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("elemento público")
        verbose_name_plural = _("elementos públicos")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["type", "key"], name="headless_item_once"),
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="headless_item_state"),
            models.CheckConstraint(
                condition=Q(version__gte=1) | Q(state__in=[ItemState.UNSEEN, ItemState.HELD]),
                name="headless_item_was_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.key}: {self.get_state_display()}"

    @property
    def stood(self) -> Stood:
        """How it stood, for the rules."""
        return Stood(
            state=ItemState(self.state),
            version=self.version,
            address=self.address,
            stamp=self.stamp,
            changed_at=self.changed_at,
        )

    def see(self, told: Told | None, *, state: ItemState, due_at: datetime | None) -> None:
        """Note how it stands; of what is not public, its last slug alone is kept."""
        self.state = state
        self.slug = told.slug if told else self.slug
        self.address = told.address if told else ""
        self.stamp = told.stamp if told else None
        self.due_at = told.ends_at if told else due_at

    def change(self, kind: ChangeKind, *, sequence: int, at: datetime) -> Change:
        """What happened to it, as its next version; noted on it and yet to be written."""
        self.version, self.sequence, self.changed_at = self.version + 1, sequence, at
        return Change(
            sequence=sequence,
            type=self.type,
            key=self.key,
            slug=self.slug,
            kind=kind,
            version=self.version,
            at=at,
            address=self.address,
        )
