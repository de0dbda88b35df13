from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class TermQuerySet(models.QuerySet):
    def at(self, day: date) -> "TermQuerySet":
        """The term that governs on `day`."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def over(self, *, on: date) -> "TermQuerySet":
        """The terms that ended before the day `on`."""
        return self.filter(ends_on__lt=on)


class TermOfGovernment(models.Model):
    """A municipal administration's years; what was published in them keeps its label for ever."""

    name = models.CharField(_("nombre"), max_length=80, unique=True, help_text=_("Por ejemplo «Gestión 2023–2026»."))
    starts_on = models.DateField(_("inicia el"))
    ends_on = models.DateField(_("termina el"))
    motto = models.CharField(_("lema"), max_length=150, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("período de gobierno")
        verbose_name_plural = _("períodos de gobierno")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="institution_term_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not (self.starts_on and self.ends_on):
            return
        if self.ends_on <= self.starts_on:
            raise ValidationError({"ends_on": _("El período termina antes de empezar: corrija una de las dos fechas.")})
        others = TermOfGovernment.objects.exclude(pk=self.pk)
        if clash := others.filter(starts_on__lte=self.ends_on, ends_on__gte=self.starts_on).first():
            raise ValidationError(
                _("Se cruza con «%(term)s»: dos gobiernos no comparten días."), params={"term": clash}
            )
