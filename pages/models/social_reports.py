"""What tools told of the posts of kits."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums.social import ReportOutcome
from pages.models.social_posts import SocialPost


class SocialReport(models.Model):
    """What a tool told of a post: that it went out, where and when, or why it did not. Never edited.

    The same report told twice is one row. A report of something that happened before what is known is kept, and
    changes nothing (`applied` is false).
    """

    post = models.ForeignKey(SocialPost, on_delete=models.CASCADE, related_name="reports")
    outcome = models.CharField(_("qué pasó"), max_length=8, choices=ReportOutcome)
    happened_at = models.DateTimeField(_("cuándo"))
    url = models.URLField(_("dirección"), max_length=500, blank=True)
    reason = models.CharField(_("motivo"), max_length=500, blank=True)
    reported_at = models.DateTimeField(_("se informó"))
    reported_by = models.CharField(_("herramienta"), max_length=150, blank=True)
    applied = models.BooleanField(_("cambió el estado"), default=True)
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("informe de una herramienta")
        verbose_name_plural = _("informes de herramientas")
        ordering = ["-happened_at", "-pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.UniqueConstraint(fields=["post", "digest"], name="pages_report_told_once"),
            models.CheckConstraint(condition=Q(outcome__in=ReportOutcome.values), name="pages_report_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome=ReportOutcome.POSTED, reason="")
                | (Q(outcome=ReportOutcome.FAILED, url="") & ~Q(reason="")),
                name="pages_report_failure_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.get_outcome_display()}"


class SocialMetric(models.Model):
    """How a post was received, as a tool counted it up to the end of a day; reporting a day again replaces it."""

    post = models.ForeignKey(SocialPost, on_delete=models.CASCADE, related_name="metrics")
    day = models.DateField(_("día"))
    reach = models.PositiveBigIntegerField(_("alcance"), default=0)
    likes = models.PositiveBigIntegerField(_("me gusta"), default=0)
    comments = models.PositiveBigIntegerField(_("comentarios"), default=0)
    shares = models.PositiveBigIntegerField(_("compartidos"), default=0)
    reported_at = models.DateTimeField(_("se informó"))

    class Meta:
        verbose_name = _("medición de una publicación")
        verbose_name_plural = _("mediciones de publicaciones")
        ordering = ["-day"]
        default_permissions: tuple[str, ...] = ()
        constraints = [models.UniqueConstraint(fields=["post", "day"], name="pages_metric_once_a_day")]

    def __str__(self) -> str:
        return f"{self.post}, {self.day:%d/%m/%Y}"
