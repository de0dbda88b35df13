from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from pages.rules.advances import Advance


class WorkAdvanceQuerySet(models.QuerySet["WorkAdvance"]):
    def in_force(self) -> Self:
        """What stands: everything but what was corrected."""
        return self.filter(corrected_at__isnull=True)

    def latest_first(self) -> Self:
        return self.order_by("-on", "-pk")


class WorkAdvance(models.Model):
    """How far a work had come on a day: a fact, public at once. A corrected row is kept beside what replaced it.

    Percentages are accumulated, from 0 to 100; the amount is what had been paid until that day, in soles.
    """

    work = models.ForeignKey(
        "pages.PublicWorkPage", verbose_name=_("obra"), on_delete=models.CASCADE, related_name="advances"
    )
    on = models.DateField(_("fecha"))
    physical = models.DecimalField(_("avance físico (%)"), max_digits=5, decimal_places=2)
    financial = models.DecimalField(_("avance financiero (%)"), max_digits=5, decimal_places=2)
    amount = models.DecimalField(_("monto ejecutado (S/)"), max_digits=14, decimal_places=2, null=True, blank=True)
    note = models.TextField(_("qué se hizo"), max_length=600, blank=True)
    reason = models.CharField(_("motivo si retrocede"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("registrado por"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("registrado"))
    replaces = models.OneToOneField(
        "self", verbose_name=_("corrige a"), null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    corrected_at = models.DateTimeField(_("corregido"), null=True, blank=True)
    correction_reason = models.CharField(_("motivo de la corrección"), max_length=300, blank=True)

    objects = WorkAdvanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("avance de obra")
        verbose_name_plural = _("avances de obra")
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["work", "on"], condition=Q(corrected_at__isnull=True), name="pages_one_advance_a_day"
            ),
            models.CheckConstraint(
                condition=Q(physical__gte=0, physical__lte=100, financial__gte=0, financial__lte=100),
                name="pages_advance_within_100",
            ),
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="pages_advance_amount"),
            models.CheckConstraint(
                condition=Q(corrected_at__isnull=True, correction_reason="")
                | (Q(corrected_at__isnull=False) & ~Q(correction_reason="")),
                name="pages_correction_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}: {self.physical:f} %"

    @property
    def measured(self) -> Advance:
        """The row as the rules look at it."""
        return Advance(on=self.on, physical=self.physical, financial=self.financial, reason=self.reason)


class AdvancePhoto(Orderable):
    """A picture that shows an advance."""

    advance = models.ForeignKey(WorkAdvance, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        "institution.InstitutionImage", verbose_name=_("foto"), on_delete=models.PROTECT, related_name="+"
    )
    alt = models.CharField(_("texto alternativo"), max_length=250)

    class Meta(Orderable.Meta):
        verbose_name = _("foto del avance")
        verbose_name_plural = _("fotos del avance")
        constraints = [models.UniqueConstraint(fields=["advance", "image"], name="pages_advance_photo_once")]

    def __str__(self) -> str:
        return self.alt
