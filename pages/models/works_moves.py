from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import ParalysisCause, WorkStage


class WorkMove(models.Model):
    """A change of a work's state, as told by whoever may publish it. Rows are added by `move_work`, never edited."""

    work = models.ForeignKey(
        "pages.PublicWorkPage", verbose_name=_("obra"), on_delete=models.CASCADE, related_name="moves"
    )
    from_stage = models.CharField(_("de"), max_length=12, choices=WorkStage, blank=True)
    to_stage = models.CharField(_("a"), max_length=12, choices=WorkStage)
    on = models.DateField(_("desde el"))
    cause = models.CharField(_("causa"), max_length=10, choices=ParalysisCause, blank=True)
    reason = models.CharField(_("motivo"), max_length=300, blank=True)
    norm = models.CharField(_("documento"), max_length=150, blank=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    moved_at = models.DateTimeField(_("anotado"))

    class Meta:
        verbose_name = _("cambio de estado")
        verbose_name_plural = _("cambios de estado")
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_stage__in=WorkStage.values) & Q(from_stage__in=["", *WorkStage.values]),
                name="pages_work_move_stages",
            ),
            models.CheckConstraint(condition=~Q(from_stage=F("to_stage")), name="pages_work_move_goes_somewhere"),
            models.CheckConstraint(
                condition=~Q(to_stage=WorkStage.PARALYSED, cause="")
                & (Q(cause="") | Q(to_stage=WorkStage.PARALYSED, cause__in=ParalysisCause.values)),
                name="pages_paralysis_has_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_to_stage_display()}, {self.on:%d/%m/%Y}"
