from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.enums.materials import PdfState, Purpose


class Presentation(Orderable):
    """A material in one form: a file or a picture, with what it is for. Exactly one of the two."""

    page = ParentalKey("pages.MaterialPage", on_delete=models.CASCADE, related_name="presentations")
    label = models.CharField(
        _("nombre"), max_length=80, help_text=_("Por ejemplo: A3 para imprimir, para WhatsApp, audio MP3.")
    )
    document = models.ForeignKey(
        "institution.InstitutionDocument",
        verbose_name=_("archivo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    image = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("o imagen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    alt = models.CharField(
        _("texto alternativo"), max_length=250, blank=True, help_text=_("De la imagen: qué se ve. Vacío: el suyo.")
    )
    purpose = models.CharField(_("para qué"), max_length=8, choices=Purpose, default=Purpose.SCREEN)
    language = models.CharField(
        _("idioma"), max_length=2, default="es", choices=[("es", _("Español")), ("qu", _("Quechua"))]
    )

    class Meta(Orderable.Meta):
        verbose_name = _("presentación")
        verbose_name_plural = _("presentaciones")
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=True) ^ Q(image__isnull=True), name="pages_presentation_of_one_thing"
            ),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="pages_presentation_purpose_known"),
            models.CheckConstraint(condition=Q(language__in=["es", "qu"]), name="pages_presentation_language_known"),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        if (self.document_id is None) == (self.image_id is None):
            raise ValidationError(_("Elija un archivo o una imagen: solo uno de los dos."))

    @property
    def extension(self) -> str:
        """The kind of file in lower case, such as `pdf`; that of a picture is what is given away of it."""
        return self.document.file_extension.lower() if self.document else "jpg"

    @property
    def is_audio(self) -> bool:
        return self.document is not None and self.document.is_audio

    @property
    def is_video(self) -> bool:
        return self.document is not None and self.document.is_video

    @property
    def plays(self) -> bool:
        """Whether it has sound or motion, and so needs words beside it."""
        return self.is_audio or self.is_video

    @property
    def alt_text(self) -> str:
        return self.alt or (self.image.description if self.image else "")

    @property
    def may_be_given(self) -> bool:
        """Whether it is a file, or a picture that may still be seen."""
        return self.image is None or self.image.may_be_seen

    @property
    def size(self) -> int | None:
        """Bytes of the file; None where it isn't known."""
        return self.document.get_file_size() if self.document else None

    @property
    def pdf_pages(self) -> int | None:
        """Pages, of a PDF that could be read."""
        reading = getattr(self.document, "pdf_reading", None) if self.document else None
        return reading.pages if reading and reading.state == PdfState.READ else None

    def download_path(self) -> str:
        """The address that gives it and counts it."""
        return reverse("material_download", args=[self.page.slug, self.pk])


class MaterialCredit(Orderable):
    """Who did what in a material."""

    page = ParentalKey("pages.MaterialPage", on_delete=models.CASCADE, related_name="credits")
    role = models.CharField(_("tarea"), max_length=60, help_text=_("Por ejemplo: redacción, diseño, locución."))
    name = models.CharField(_("nombre"), max_length=120)

    class Meta(Orderable.Meta):
        verbose_name = _("crédito")
        verbose_name_plural = _("créditos")

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"
