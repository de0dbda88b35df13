import hashlib
from pathlib import PurePosixPath

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from institution.models.files import unguessable_name


class InstitutionImage(AbstractImage):
    """A picture with who made it; its file has a name that can't be guessed."""

    credit = models.CharField(
        _("crédito"), max_length=150, blank=True, help_text=_("Quién hizo la foto, como debe publicarse.")
    )
    caption = models.CharField(_("leyenda sugerida"), max_length=300, blank=True)

    admin_form_fields = (*Image.admin_form_fields[:2], "description", "credit", "caption", *[
        name for name in Image.admin_form_fields[2:] if name != "description"
    ])  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = _("imagen")
        verbose_name_plural = _("imágenes")

    def get_upload_to(self, filename: str) -> str:
        return unguessable_name("originales", filename)


class InstitutionRendition(AbstractRendition):
    """A picture cut to one size, kept beside the token of its original."""

    image = models.ForeignKey(InstitutionImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="institution_rendition_unique"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Beside its siblings under the original's token; the cut is told by a digest, since its name may be long."""
        original, cut = PurePosixPath(self.image.file.name), PurePosixPath(filename)
        digest = hashlib.sha256(cut.name.encode()).hexdigest()[:10]
        return f"imagenes/{original.parent.name}/{original.stem[:24]}-{digest}{cut.suffix}"
