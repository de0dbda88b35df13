from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ReviewQuerySet(models.QuerySet["Review"]):
    def due(self, *, on: date) -> Self:
        """What must be read again on that day or had to be before, among what is published."""
        return self.filter(review_on__lte=on, page__live=True)


class Review(models.Model):
    """When a page is read again to see whether it still is true, and by whom. It is no part of what the page says."""

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("página"), on_delete=models.CASCADE, related_name="review"
    )
    reviewed_on = models.DateField(_("revisada el"), null=True, blank=True)
    review_on = models.DateField(_("revisar el"), db_index=True)
    every_months = models.PositiveSmallIntegerField(
        _("y después cada (meses)"), default=12, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    unit = models.ForeignKey(
        "institution.OrganicUnit",
        verbose_name=_("unidad responsable"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persona responsable"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Recibirá un correo el día de la revisión; sin ella, lo recibe la unidad."),
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("revisión de contenido")
        verbose_name_plural = _("revisiones de contenido")
        ordering = ["review_on", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True) | Q(review_on__gt=F("reviewed_on")),
                name="pages_review_after_the_last",
                violation_error_message=_("La próxima revisión va después de la última."),
            ),
            models.CheckConstraint(
                condition=Q(every_months__gte=1, every_months__lte=60), name="pages_review_within_five_years"
            ),
        ]

    def __str__(self) -> str:
        return self.page.title

    @property
    def recipient(self) -> str:
        """Whom the reminder goes to; blank when there is nobody."""
        return (self.responsible and self.responsible.email) or (self.unit and self.unit.email) or ""
