from datetime import date, datetime

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageManager
from wagtail.search import index

from pages.enums.campaigns import CampaignState
from pages.models.piece import Piece, PieceQuerySet
from pages.panels.campaigns import campaign_edit_handler
from pages.rules.campaigns import campaign_state, campaigns_in, period_obstacles, results_obstacle

STANDING = (CampaignState.RUNNING, CampaignState.PLANNED, CampaignState.ENDED)


class CampaignQuerySet(PieceQuerySet):
    def in_state(self, state: str, *, on: date) -> "CampaignQuerySet":
        """Those that stand so on the day `on`."""
        return self.filter(campaigns_in(state, on=on))

    def current_first(self, *, on: date) -> "CampaignQuerySet":
        """Those that run on the day `on`, then those to come, then those that ended; in each, the latest first."""
        places = [When(campaigns_in(state, on=on), then=Value(place)) for place, state in enumerate(STANDING)]
        return self.order_by(Case(*places, default=Value(len(places))), F("starts_on").desc(nulls_last=True), "-pk")


class CampaignPage(Piece):
    """A campaign (*campaña*): what the office wants people to know or do during a period."""

    objective = models.TextField(
        _("objetivo"), max_length=600, blank=True, help_text=_("Qué debe saber o hacer la gente cuando termine.")
    )
    audience = models.CharField(_("público"), max_length=250, blank=True, help_text=_("A quién se dirige."))
    slogan = models.CharField(_("lema"), max_length=150, blank=True)
    starts_on = models.DateField(_("empieza"), null=True, blank=True, db_index=True)
    ends_on = models.DateField(_("termina"), null=True, blank=True, db_index=True)
    reach = models.PositiveIntegerField(_("personas alcanzadas"), null=True, blank=True)
    attendance = models.PositiveIntegerField(_("asistentes a sus actividades"), null=True, blank=True)
    materials_given = models.PositiveIntegerField(_("materiales entregados"), null=True, blank=True)
    results_source = models.CharField(
        _("cómo se contó"), max_length=200, blank=True, help_text=_("De dónde salen las cifras, o cómo se estimaron.")
    )
    closing_note = models.TextField(_("nota de cierre"), max_length=1_500, blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()
    edit_handler = campaign_edit_handler()
    parent_page_types = ["pages.CampaignIndexPage"]
    template = "pages/campaign.html"

    search_fields = [
        *Piece.search_fields,
        index.SearchField("slogan"),
        index.SearchField("objective"),
        index.SearchField("closing_note"),
    ]

    class Meta(Piece.Meta):
        verbose_name = _("campaña")
        verbose_name_plural = _("campañas")
        constraints = [
            *Piece.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="pages_campaign_ends_after_start",
                violation_error_message=_("Termina antes de empezar: corrija una de las dos fechas."),
            ),
        ]

    def get_context(self, request, *args, **kwargs):
        from pages.reading.campaigns import campaign_context

        return super().get_context(request, *args, **kwargs) | campaign_context(self, at=timezone.now())

    def standing(self, *, on: date) -> CampaignState | None:
        """How it stands on the day `on`; None for a draft without dates."""
        if self.starts_on is None or self.ends_on is None:
            return None
        return campaign_state(starts_on=self.starts_on, ends_on=self.ends_on, on=on)

    @property
    def standing_today(self) -> CampaignState | None:
        return self.standing(on=localdate())

    @property
    def has_results(self) -> bool:
        figures = (self.reach, self.attendance, self.materials_given)
        return bool(self.closing_note) or any(figure is not None for figure in figures)

    def own_obstacles(self, *, at: datetime) -> dict[str, str]:
        """The objective, the audience and the dates; results only once it ended; pictures of people who agreed."""
        missing = _("Complételo antes de publicar.")
        obstacles = {name: str(missing) for name in ("objective", "audience") if not getattr(self, name)}
        obstacles |= period_obstacles(starts_on=self.starts_on, ends_on=self.ends_on)
        return obstacles | self._early_results(localdate(at)) | self._picture_fault()

    def _early_results(self, on: date) -> dict[str, str]:
        if not (self.has_results and self.ends_on):
            return {}
        early = results_obstacle(ends_on=self.ends_on, on=on)
        return {"closing_note": early} if early else {}

    def _picture_fault(self) -> dict[str, str]:
        faults = (piece.image.publication_fault for piece in self.pieces.all() if piece.image)
        fault = next(filter(None, faults), "")
        return {"pieces": fault} if fault else {}
