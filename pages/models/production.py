from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums.materials import Production


class ProductionMove(models.Model):
    """One step of a material's production: from where to where, who, when, and what was said."""

    material = models.ForeignKey("pages.MaterialPage", on_delete=models.CASCADE, related_name="moves")
    from_state = models.CharField(_("de"), max_length=10, choices=Production)
    to_state = models.CharField(_("a"), max_length=10, choices=Production)
    moved_by = models.ForeignKey(
        "institution.User", verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    moved_at = models.DateTimeField(_("cuándo"))
    note = models.CharField(_("nota"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("paso de la producción")
        verbose_name_plural = _("pasos de la producción")
        ordering = ["-moved_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_state__in=Production.values, to_state__in=Production.values),
                name="pages_move_between_known_steps",
            ),
            models.CheckConstraint(condition=~Q(from_state=F("to_state")), name="pages_move_goes_somewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"
