from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from institution.models.files import unguessable_name
from pages.enums import WorkReportState


def report_photos():
    """Where citizens' pictures are kept: no public address serves them."""
    return storages["reports"]


def report_photo_name(report: "WorkReport", filename: str) -> str:
    """A name that says nothing of the citizen."""
    return unguessable_name("obras", f"foto.{filename.rpartition('.')[2]}")


class WorkReport(models.Model):
    """A problem in a work that a citizen told of. Purpose: to attend to it. Retention: `erase_on`, a year later."""

    work = models.ForeignKey(
        "pages.PublicWorkPage", verbose_name=_("obra"), on_delete=models.CASCADE, related_name="reports"
    )
    problem = models.TextField(_("problema"), max_length=2_000)
    place = models.CharField(_("lugar exacto"), max_length=200, blank=True)
    name = models.CharField(_("nombre"), max_length=120, blank=True)
    email = models.EmailField(_("correo"), blank=True)
    photo = models.FileField(_("foto"), storage=report_photos, upload_to=report_photo_name, blank=True)
    consent_text = models.TextField(_("consentimiento que aceptó"))
    received_at = models.DateTimeField(_("recibido"), db_index=True)
    erase_on = models.DateField(_("se borra el"), db_index=True)
    state = models.CharField(_("estado"), max_length=10, choices=WorkReportState, default=WorkReportState.RECEIVED)
    outcome = models.CharField(_("qué se hizo"), max_length=500, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("atendido por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settled_at = models.DateTimeField(_("atendido"), null=True, blank=True)

    class Meta:
        verbose_name = _("reporte de obra")
        verbose_name_plural = _("reportes de obras")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WorkReportState.values), name="pages_report_state_known"),
            models.CheckConstraint(
                condition=Q(state=WorkReportState.RECEIVED, settled_at__isnull=True)
                | (~Q(state=WorkReportState.RECEIVED) & Q(settled_at__isnull=False) & ~Q(outcome="")),
                name="pages_report_settled_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.problem[:60]
