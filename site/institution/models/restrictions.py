from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RestrictionQuerySet(models.QuerySet):
    def active(self, *, on: date) -> "RestrictionQuerySet":
        """The periods in force on the day `on`; one without end is still in force."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)


class RestrictionPeriod(models.Model):
    """Days of an election in which the State may not carry publicity but for the law's exceptions.

    Source: Ley 26859 (Ley Orgánica de Elecciones), art. 192; Ley 28874; the jury's regulation in force.
    """

    name = models.CharField(_("proceso electoral"), max_length=150)
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"), null=True, blank=True, help_text=_("Vacío mientras no se conozca el fin."))
    legal_source = models.CharField(_("norma que la convoca"), max_length=250)
    verified = models.BooleanField(
        _("contrastada con la norma oficial"), default=False, help_text=_("Márquela solo si leyó el texto oficial.")
    )

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("período de restricción de publicidad")
        verbose_name_plural = _("períodos de restricción de publicidad")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="institution_restriction_ends_after_start",
            ),
            models.UniqueConstraint(fields=["name", "starts_on"], name="institution_restriction_unique"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Termina antes de empezar: corrija una de las dos fechas.")})
