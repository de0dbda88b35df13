from django.db import models
from django.utils.translation import gettext_lazy as _


class Gathered(models.Model):
    """A piece that a campaign or a public work gathers on its own page."""

    campaign = models.ForeignKey(
        "pages.CampaignPage",
        verbose_name=_("campaña"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
        help_text=_("Aparecerá sola en la página de la campaña."),
    )
    work = models.ForeignKey(
        "pages.PublicWorkPage",
        verbose_name=_("obra"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
        help_text=_("Aparecerá sola en la página de la obra."),
    )

    class Meta:
        abstract = True
