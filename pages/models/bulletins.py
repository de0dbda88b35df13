from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from institution.models.files import unguessable_name


def bulletin_upload_to(instance: "BulletinPdf", filename: str) -> str:
    """Where a bulletin's PDF is kept; kept as a function because migrations name it."""
    return unguessable_name("boletines", filename)


class BulletinNote(Orderable):
    """A note chosen for a bulletin, in its section, with other words where the editor wants them."""

    page = ParentalKey("pages.MaterialPage", on_delete=models.CASCADE, related_name="bulletin_notes")
    note = models.ForeignKey("pages.NewsPage", verbose_name=_("nota"), on_delete=models.CASCADE, related_name="+")
    section = models.CharField(
        _("sección"), max_length=60, blank=True, help_text=_("Vacía: la misma que la nota anterior.")
    )
    headline = models.CharField(_("otro titular"), max_length=150, blank=True, help_text=_("Vacío: el de la nota."))
    summary = models.TextField(_("otra bajada"), max_length=600, blank=True, help_text=_("Vacía: la de la nota."))
    is_whole = models.BooleanField(_("con todo su texto"), default=True, help_text=_("Sin marcar: solo la bajada."))

    class Meta(Orderable.Meta):
        verbose_name = _("nota del boletín")
        verbose_name_plural = _("notas del boletín")
        constraints = [models.UniqueConstraint(fields=["page", "note"], name="pages_bulletin_note_once")]

    def __str__(self) -> str:
        return self.headline or self.note.title


class BulletinPdf(models.Model):
    """The PDF of a bulletin as it was last set; `fingerprint` tells what it was set from."""

    bulletin = models.OneToOneField("pages.MaterialPage", on_delete=models.CASCADE, related_name="composed_pdf")
    file = models.FileField(upload_to=bulletin_upload_to)
    fingerprint = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(_("páginas"))
    made_at = models.DateTimeField(_("compuesto"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("PDF de un boletín")
        verbose_name_plural = _("PDF de los boletines")
        constraints = [models.CheckConstraint(condition=Q(pages__gt=0), name="pages_bulletin_pdf_has_pages")]

    def __str__(self) -> str:
        return str(self.bulletin)
