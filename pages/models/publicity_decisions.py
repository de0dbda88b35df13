from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums import PublicityGround, PublicityMedium, PublicityOutcome

REMIND_BEFORE = timedelta(days=3)


class PublicityDecisionQuerySet(models.QuerySet["PublicityDecision"]):
    def allowed(self) -> Self:
        return self.filter(outcome=PublicityOutcome.ALLOWED)

    def to_report(self) -> Self:
        """What was published and must still be told to the jury."""
        return self.allowed().filter(report_due_on__isnull=False, reported_on__isnull=True)

    def due_by(self, day: date) -> Self:
        """What must be reported on that day or before."""
        return self.to_report().filter(report_due_on__lte=day)


class PublicityDecision(models.Model):
    """One attempt to publish publicity while a restriction was in force: what was declared, and what became of it.

    Rows are only added, and completed with the report; refused attempts stay too. They outlive their page.
    Source: Ley 26859, art. 192; the jury's regulation asks for a report of each exception.
    """

    attempt = models.UUIDField(editable=False)
    period = models.ForeignKey(
        "institution.RestrictionPeriod",
        verbose_name=_("período"),
        on_delete=models.PROTECT,
        related_name="publicity_decisions",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("pieza"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="publicity_decisions",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("versión"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(_("título"), max_length=255)
    address = models.CharField(_("dirección"), max_length=600, blank=True)
    decided_at = models.DateTimeField(_("fecha"), db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(_("resultado"), max_length=8, choices=PublicityOutcome)
    reasons = models.JSONField(_("motivos del rechazo"), default=list, blank=True)
    ground = models.CharField(_("causal"), max_length=16, choices=PublicityGround, blank=True)
    medium = models.CharField(_("medio"), max_length=10, choices=PublicityMedium, blank=True)
    justification = models.TextField(_("sustento"), blank=True)
    authorisation = models.CharField(_("autorización"), max_length=120, blank=True)
    report_due_on = models.DateField(_("reportar hasta"), null=True, blank=True, db_index=True)
    reported_on = models.DateField(_("reportada el"), null=True, blank=True)
    report_document = models.CharField(_("documento del reporte"), max_length=150, blank=True)

    objects = PublicityDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicidad en período de restricción")
        verbose_name_plural = _("publicidad en período de restricción")
        ordering = ["-decided_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("report_publicity", _("Puede anotar que la publicidad se reportó al jurado"))]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "period"], name="pages_decision_once_a_period"),
            models.CheckConstraint(
                condition=Q(outcome__in=PublicityOutcome.values), name="pages_decision_outcome_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome=PublicityOutcome.REFUSED) | ~(Q(ground="") | Q(medium="") | Q(justification="")),
                name="pages_decision_allowed_is_founded",
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True) | (Q(outcome=PublicityOutcome.ALLOWED) & ~Q(report_document="")),
                name="pages_decision_report_has_document",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def told_reasons(self) -> str:
        """Why it was refused, in one text."""
        return " ".join(self.reasons)

    def awaits_report(self) -> bool:
        return self.outcome == PublicityOutcome.ALLOWED and bool(self.report_due_on) and self.reported_on is None

    def late(self, *, at: datetime) -> bool:
        return self.awaits_report() and self.report_due_on < at.date()
