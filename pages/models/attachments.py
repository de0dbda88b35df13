from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Attachment(Orderable):
    """A document offered at the foot of a piece, whatever its type."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "institution.InstitutionDocument", verbose_name=_("documento"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("título"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("adjunto")
        verbose_name_plural = _("adjuntos")

    def __str__(self) -> str:
        return self.title or self.document.title
