from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from pages.enums.guidance import Silence, Situation
from pages.models.piece import Piece
from pages.panels.guidance import guidance_edit_handler
from pages.rules.guidance import cost_obstacle, overdue, review_obstacles, time_obstacle


class GuidancePage(Piece):
    """Guidance (*orientación*) to do something before the municipality, step by step."""

    situation = models.CharField(_("situación"), max_length=12, choices=Situation, default=Situation.OTHER)
    who_may = models.TextField(_("quién puede hacerlo"), max_length=600, blank=True)
    is_free = models.BooleanField(_("es gratuito"), default=False)
    time_days = models.PositiveSmallIntegerField(_("plazo en días hábiles"), null=True, blank=True)
    silence = models.CharField(_("si no hay respuesta"), max_length=10, choices=Silence, default=Silence.NONE)
    time_note = models.CharField(_("sobre el plazo"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("última revisión"), null=True, blank=True)
    review_on = models.DateField(_("próxima revisión"), null=True, blank=True, db_index=True)

    edit_handler = guidance_edit_handler()
    parent_page_types = ["pages.GuidanceIndexPage"]
    template = "pages/guidance.html"
    search_fields = [*Piece.search_fields, index.SearchField("who_may")]

    class Meta(Piece.Meta):
        verbose_name = _("orientación")
        verbose_name_plural = _("orientaciones")
        constraints = [
            *Piece.Meta.constraints,
            models.CheckConstraint(condition=Q(situation__in=Situation.values), name="pages_guidance_situation_known"),
            models.CheckConstraint(condition=Q(silence__in=Silence.values), name="pages_guidance_silence_known"),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True) | Q(review_on__isnull=True) | Q(review_on__gt=F("reviewed_on")),
                name="pages_guidance_reviewed_again_later",
                violation_error_message=_("La próxima revisión es posterior a la última: corrija una de las dos."),
            ),
        ]

    def get_context(self, request, *args, **kwargs):
        from pages.reading.guidance import guidance_context

        return super().get_context(request, *args, **kwargs) | guidance_context(self, request, at=timezone.now())

    @property
    def kept_up_to_date(self):
        """A procedure is told as it is today, whoever governed when it was written."""
        return True

    def review_overdue(self, *, on: date) -> bool:
        """Whether on the day `on` it should already have been reviewed."""
        return overdue(review_on=self.review_on, on=on)

    @property
    def total_cost(self) -> Decimal:
        """What its amounts add up to, in soles."""
        return sum((cost.amount for cost in self.costs.all()), Decimal(0))

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        """Who may, steps, channels, a clear cost and time, the unit that answers for it, and its dates of review."""
        missing = str(_("Complételo antes de publicar."))
        obstacles = {name: missing for name in ("who_may", "unit_id") if not getattr(self, name)}
        obstacles |= {name: missing for name in ("steps", "channels") if self.pk and not getattr(self, name).all()}
        cost = cost_obstacle(free=self.is_free, amounts=len(self.costs.all()))
        time = time_obstacle(days=self.time_days, silence=self.silence)
        obstacles |= {name: fault for name, fault in {"is_free": cost, "time_days": time}.items() if fault}
        return obstacles | review_obstacles(reviewed_on=self.reviewed_on, review_on=self.review_on, on=localdate(at))
