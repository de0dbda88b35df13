from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums import ImportVerdict


class ImportRun(models.Model):
    """One run of `import_notes` over a folder."""

    folder = models.CharField(_("carpeta"), max_length=250)
    started_at = models.DateTimeField(_("empezó"))
    finished_at = models.DateTimeField(_("terminó"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("importación de notas")
        verbose_name_plural = _("importaciones de notas")
        ordering = ["-started_at"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.folder

    def counts(self) -> dict[str, int]:
        """How many files met each verdict, by the verdict's name for people."""
        counts = dict(self.rows.values_list("verdict").annotate(models.Count("pk")).order_by())
        return {str(verdict.label): counts[verdict] for verdict in ImportVerdict if verdict in counts}


class ImportRow(models.Model):
    """What became of one file of a run; an imported file's fingerprint keeps it from coming in twice."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    path = models.CharField(_("archivo"), max_length=400)
    fingerprint = models.CharField(_("huella"), max_length=64, blank=True, db_index=True)
    verdict = models.CharField(_("resultado"), max_length=10, choices=ImportVerdict)
    message = models.TextField(_("detalle"), blank=True)
    page = models.ForeignKey(
        "pages.NewsPage",
        verbose_name=_("nota"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="imports",
    )

    class Meta:
        verbose_name = _("archivo importado")
        verbose_name_plural = _("archivos importados")
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=ImportVerdict.values), name="pages_import_verdict_known"),
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(verdict=ImportVerdict.IMPORTED),
                name="pages_imported_once",
            ),
        ]

    def __str__(self) -> str:
        return self.path
