from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums.materials import PdfState


class PdfReading(models.Model):
    """What came of opening a document that is a PDF: its pages, and its first page as a picture.

    `of_file` is the file that was read: another means that it has to be read again.
    """

    document = models.OneToOneField(
        "institution.InstitutionDocument", on_delete=models.CASCADE, related_name="pdf_reading"
    )
    of_file = models.CharField(max_length=255)
    state = models.CharField(_("estado"), max_length=10, choices=PdfState)
    pages = models.PositiveIntegerField(_("páginas"), default=0)
    cover = models.ForeignKey("institution.InstitutionImage", null=True, on_delete=models.SET_NULL, related_name="+")
    read_at = models.DateTimeField(_("leído"))

    # A document must not look used, and so public, because we read it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("lectura de un PDF")
        verbose_name_plural = _("lecturas de PDF")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PdfState.values), name="pages_reading_state_known"),
            models.CheckConstraint(
                condition=Q(state=PdfState.READ, pages__gt=0) | ~Q(state=PdfState.READ) & Q(pages=0),
                name="pages_reading_counts_what_it_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display()}"
