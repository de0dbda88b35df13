from datetime import datetime
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageManager
from wagtail.search import index

from pages.enums.guidance import Silence, Situation
from pages.models.piece import Piece, PieceQuerySet
from pages.panels.guidance import guidance_edit_handler
from pages.rules.guidance import cost_obstacle, time_obstacle


class GuidanceQuerySet(PieceQuerySet):
    def with_review(self) -> "GuidanceQuerySet":
        """With `reviewed_on` and `review_on`, the days that the register of reviews has."""
        return self.annotate(reviewed_on=F("review__reviewed_on"), review_on=F("review__review_on"))


class GuidancePage(Piece):
    """Guidance (*orientación*) to do something before the municipality, step by step."""

    situation = models.CharField(_("situación"), max_length=12, choices=Situation, default=Situation.OTHER)
    who_may = models.TextField(_("quién puede hacerlo"), max_length=600, blank=True)
    is_free = models.BooleanField(_("es gratuito"), default=False)
    time_days = models.PositiveSmallIntegerField(_("plazo en días hábiles"), null=True, blank=True)
    silence = models.CharField(_("si no hay respuesta"), max_length=10, choices=Silence, default=Silence.NONE)
    time_note = models.CharField(_("sobre el plazo"), max_length=200, blank=True)

    objects = PageManager.from_queryset(GuidanceQuerySet)()
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
        ]

    def get_context(self, request, *args, **kwargs):
        from pages.reading.guidance import guidance_context

        return super().get_context(request, *args, **kwargs) | guidance_context(self, request, at=timezone.now())

    @property
    def kept_up_to_date(self):
        """A procedure is told as it is today, whoever governed when it was written."""
        return True

    @property
    def total_cost(self) -> Decimal:
        """What its amounts add up to, in soles."""
        return sum((cost.amount for cost in self.costs.all()), Decimal(0))

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        """Who may, steps, channels, a clear cost and time, and the unit that answers for it."""
        missing = str(_("Complételo antes de publicar."))
        obstacles = {name: missing for name in ("who_may", "unit_id") if not getattr(self, name)}
        obstacles |= {name: missing for name in ("steps", "channels") if self.pk and not getattr(self, name).all()}
        cost = cost_obstacle(free=self.is_free, amounts=len(self.costs.all()))
        time = time_obstacle(days=self.time_days, silence=self.silence)
        return obstacles | {name: fault for name, fault in {"is_free": cost, "time_days": time}.items() if fault}
