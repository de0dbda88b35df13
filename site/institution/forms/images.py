from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from institution.rules.consent import consent_faults
from institution.rules.pictures import UNREADABLE_PICTURE

REQUIRED = {
    "description": _("Describa lo que se ve, para quien no puede verlo: sin ese texto la foto no se guarda."),
    "credit": _("Anote quién hizo la foto; si es de la oficina, escriba el nombre de la municipalidad."),
    "people_shown": _("Diga si se reconoce a alguien: de eso depende que se pueda publicar."),
}


class ReadableImageField(WagtailImageField):
    """Wagtail's image field, which says so when a picture is cut short or isn't one, whatever the decoder raises."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except UNREADABLE_PICTURE as error:
            message = _("No se puede leer la imagen: está dañada o incompleta. Ábrala, guárdela de nuevo y súbala.")
            raise ValidationError(message) from error


class ToldPicture:
    """For forms of a picture: what people must say of it, and whether what they say of its people holds together."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in REQUIRED.keys() & self.fields.keys():  # type: ignore[attr-defined]
            self.fields[name].required = True  # type: ignore[attr-defined]
            self.fields[name].error_messages["required"] = REQUIRED[name]  # type: ignore[attr-defined]
        if told := self.fields.get("description"):  # type: ignore[attr-defined]
            told.label, told.help_text = _("Texto alternativo"), _("Qué se ve, para quien no puede verla.")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()  # type: ignore[misc]
        document = said.get("authorisation_document", self.instance.authorisation_document_id)  # type: ignore[attr-defined]
        faults = consent_faults(
            people=said.get("people_shown", ""),
            consent=said.get("consent", ""),
            backed=bool(said.get("authorisation_reference") or document),
        )
        for name, fault in faults.items():
            self.add_error(name, fault)  # type: ignore[attr-defined]
        return said


class ImageForm(ToldPicture, BaseImageForm):
    """A picture's form in the library."""

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | {
            "authorisation_document": AdminDocumentChooser,
            "taken_on": AdminDateInput,
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):  # absent where a picture that is already here is described
            self.fields["file"] = ReadableImageField(label=_("Archivo"), widget=file.widget, required=file.required)
