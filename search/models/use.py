from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _

from search.enums import UseView
from search.rules.asked import LONGEST_KEPT, THRESHOLD

FEW = 5  # one click of each so many searches, or less, is little


class SearchUseQuerySet(models.QuerySet):
    def by_words(self) -> "SearchUseQuerySet":
        """One row for each query asked often enough to tell of nobody, the most asked first, with its totals."""
        totals = {f"all_{name}": Sum(name) for name in ("times", "empty", "corrected", "clicks")}
        rows = self.order_by().values("words").annotate(**totals)
        return rows.filter(all_times__gte=THRESHOLD).order_by("-all_times", "words")

    def shown_as(self, view: str) -> "SearchUseQuerySet":
        """Of the rows of `by_words`, those that a view of the report shows, what asks most for attention first."""
        if view == UseView.EMPTY:
            return self.filter(all_empty__gt=0).order_by("-all_empty", "words")
        if view == UseView.CORRECTED:
            return self.filter(all_corrected__gt=0).order_by("-all_corrected", "words")
        if view == UseView.FEW_CLICKS:
            answered = self.annotate(answered=F("all_times") - F("all_empty"))
            return answered.filter(answered__gt=F("all_clicks") * FEW).order_by("-answered", "words")
        return self


class SearchUse(models.Model):
    """How often some words were looked for in a day of Lima, and what came of it. Of who did, nothing is kept.

    Purpose: to know what people don't find (Ley 29733: no personal datum is kept, as nothing here can be linked to
    anybody). Retention: thrown away after thirty days unless asked three times within thirty, and after thirteen
    months in any case (`search.actions.use.forget`).
    """

    day = models.DateField(_("día"))
    words = models.CharField(_("búsqueda"), max_length=LONGEST_KEPT)
    times = models.PositiveIntegerField(_("veces"), default=0)
    empty = models.PositiveIntegerField(_("sin resultado"), default=0)
    corrected = models.PositiveIntegerField(_("corregidas"), default=0)
    clicks = models.PositiveIntegerField(_("clics"), default=0)
    common = models.BooleanField(_("frecuente"), default=False)

    wagtail_reference_index_ignore = True
    objects = SearchUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("búsquedas de un día")
        verbose_name_plural = _("búsquedas")
        constraints = [
            models.UniqueConstraint(fields=["day", "words"], name="search_use_one_row_a_day"),
            models.CheckConstraint(condition=~Q(words=""), name="search_use_has_words"),
            models.CheckConstraint(
                condition=Q(empty__lte=F("times"), corrected__lte=F("times")), name="search_use_adds_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words}, {self.day}: {self.times}"
