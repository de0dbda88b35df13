"""What a citizen says of a problem in a work."""

import io

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import DecompressionBombError, DecompressionBombWarning

LARGEST_PHOTO = 8 * 1024 * 1024
LARGEST_SIDE = 1600
READ_AS = ("JPEG", "PNG", "WEBP")
UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    DecompressionBombError,
    DecompressionBombWarning,
)


class WorkReportForm(forms.Form):
    """A problem in a work. `website` is a trap that people don't see and robots fill in."""

    problem = forms.CharField(
        label=_("Qué ocurre"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Por ejemplo: la zanja quedó abierta y sin señales."),
    )  # fmt: skip
    place = forms.CharField(label=_("En qué lugar (opcional)"), max_length=200, required=False)
    photo = forms.FileField(
        label=_("Foto (opcional)"), required=False, help_text=_("JPG, PNG o WebP de hasta 8 MB. Nadie más la verá."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Su nombre (opcional)"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Su correo (opcional)"), required=False, help_text=_("Si lo deja, podemos responderle."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    consent = forms.BooleanField(
        label=_("Acepto"), error_messages={"required": _("Para recibir su reporte necesitamos que acepte.")}
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def clean_photo(self) -> ContentFile | None:
        photo = self.cleaned_data["photo"]
        return redrawn(photo) if photo else None

    def is_trapped(self) -> bool:
        """Whether a robot filled in the trap; only after `is_valid()`."""
        return bool(self.cleaned_data.get("website"))


def redrawn(photo: UploadedFile) -> ContentFile:
    """The picture drawn anew as a JPEG of reasonable size: what else its file carried, such as a place, is gone.

    Raises ValidationError for what is too large or no picture.
    """
    if photo.size > LARGEST_PHOTO:
        raise ValidationError(_("La foto pesa más de 8 MB: envíe una más liviana, o ninguna."))
    try:
        picture = ImageOps.exif_transpose(Image.open(photo, formats=READ_AS))
        picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=82)
    except UNREADABLE as error:
        raise ValidationError(_("No pudimos leer esa foto: envíela como JPG, PNG o WebP, o ninguna.")) from error
    return ContentFile(out.getvalue(), name="foto.jpg")
