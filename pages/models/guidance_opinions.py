from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_COMMENT = 500


class GuidanceOpinion(models.Model):
    """Whether guidance was of use to a reader, who can't be told from it: a day, a yes or a no, words if they left any.

    Purpose: to mend the page. Retention: the comment is erased after 180 days; the yes or the no stays.
    """

    page = models.ForeignKey(
        "pages.GuidancePage", verbose_name=_("orientación"), on_delete=models.CASCADE, related_name="opinions"
    )
    helpful = models.BooleanField(_("le sirvió"))
    comment = models.CharField(_("comentario"), max_length=LONGEST_COMMENT, blank=True)
    given_on = models.DateField(_("fecha"), db_index=True)

    class Meta:
        verbose_name = _("opinión")
        verbose_name_plural = _("opiniones")
        ordering = ["-given_on", "-pk"]

    def __str__(self) -> str:
        return str(_("Sí") if self.helpful else _("No"))
