"""The forms of the institution's files."""

import struct
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL.Image import DecompressionBombError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, struct.error, DecompressionBombError)


class ReadableImageField(WagtailImageField):
    """Wagtail's image field, which says so when a picture is cut short or isn't one, whatever the decoder raises."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except UNREADABLE as error:
            message = _("No se puede leer la imagen: está dañada o incompleta. Ábrala, guárdela de nuevo y súbala.")
            raise ValidationError(message) from error


class ImageForm(BaseImageForm):
    """A picture's form in the backend."""

    file = ReadableImageField(label=_("Archivo"), widget=BaseImageForm.Meta.widgets["file"])
