from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums import WorkImportState, WorkRowVerdict

WAITS_FOR = timedelta(days=30)


class WorkImportQuerySet(models.QuerySet["WorkImport"]):
    def forgotten(self, *, at: datetime) -> Self:
        """Those that waited so long for a decision that the works may have changed since."""
        return self.filter(state=WorkImportState.READ, read_at__lt=at - WAITS_FOR)


class WorkImport(models.Model):
    """A spreadsheet of works that was read: nothing of it is brought in until somebody decides.

    Of the file only what its rows say is kept; all of it is erased if nobody decides in `WAITS_FOR`.
    """

    filename = models.CharField(_("archivo"), max_length=200)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("leída por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    read_at = models.DateTimeField(_("leída"))
    state = models.CharField(_("estado"), max_length=8, choices=WorkImportState, default=WorkImportState.READ)
    publishes = models.BooleanField(_("publica"), default=False)

    objects = WorkImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("importación de obras")
        verbose_name_plural = _("importaciones de obras")
        ordering = ["-read_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WorkImportState.values), name="pages_work_import_state")
        ]

    def __str__(self) -> str:
        return self.filename


class WorkImportRow(models.Model):
    """A row of the spreadsheet: what it would do (`verdict`), what it says, and what became of it."""

    run = models.ForeignKey(WorkImport, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(_("fila"))
    cui = models.CharField(_("CUI"), max_length=20, blank=True)
    title = models.CharField(_("obra"), max_length=255, blank=True)
    verdict = models.CharField(_("resultado"), max_length=8, choices=WorkRowVerdict)
    values = models.JSONField(_("datos"), default=dict, blank=True)
    message = models.TextField(_("detalle"), blank=True)
    warning = models.TextField(_("aviso"), blank=True)
    page = models.ForeignKey(
        "pages.PublicWorkPage",
        verbose_name=_("página"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    brought_at = models.DateTimeField(_("importada"), null=True, blank=True)
    outcome = models.TextField(_("qué pasó"), blank=True)

    class Meta:
        verbose_name = _("fila importada")
        verbose_name_plural = _("filas importadas")
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["run", "line"], name="pages_work_row_once"),
            models.CheckConstraint(condition=Q(verdict__in=WorkRowVerdict.values), name="pages_work_row_verdict"),
            models.CheckConstraint(
                condition=~Q(verdict=WorkRowVerdict.WRONG) | ~Q(message=""), name="pages_wrong_row_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.cui}"
