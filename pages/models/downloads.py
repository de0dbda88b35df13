from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext_lazy as _


class DownloadQuerySet(models.QuerySet):
    def by_month(self) -> "DownloadQuerySet":
        """One row for each material and month, the newest and most asked for first, with its total."""
        months = self.annotate(month=TruncMonth("day")).order_by().values("material_id", "month")
        named = months.annotate(title=models.F("material__title"), kind=models.F("material__kind"))
        return named.annotate(total=models.Sum("times")).order_by("-month", "-total", "title")


class DownloadCount(models.Model):
    """How often one file of a material was downloaded in a day of Lima. Of who did, nothing is kept.

    `presentation_key` is that of the presentation, or `COMPOSED` for the PDF that we set of a bulletin. It is no
    foreign key: the count outlives the presentation, with the name that it had.
    """

    COMPOSED = 0

    material = models.ForeignKey("pages.MaterialPage", on_delete=models.CASCADE, related_name="downloads")
    presentation_key = models.PositiveBigIntegerField()
    label = models.CharField(_("presentación"), max_length=80)
    day = models.DateField(_("día"), db_index=True)
    times = models.PositiveIntegerField(_("veces"), default=1)

    wagtail_reference_index_ignore = True
    objects = DownloadQuerySet.as_manager()

    class Meta:
        verbose_name = _("descargas de un día")
        verbose_name_plural = _("descargas")
        constraints = [
            models.UniqueConstraint(
                fields=["material", "presentation_key", "day"], name="pages_download_one_row_a_day"
            ),
            models.CheckConstraint(condition=Q(times__gt=0), name="pages_download_counted"),
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.day}: {self.times}"
