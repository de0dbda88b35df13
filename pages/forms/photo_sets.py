"""Forms for the photos of an occasion: bringing them in, and telling each one in a grid."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from institution.enums import Consent, Licence, PeopleShown
from institution.forms.images import ToldPicture
from institution.models import InstitutionImage
from institution.rules.consent import consent_faults
from pages.models.photo_sets import MOST_PHOTOS, PhotoSet, SetPhoto

NOTHING = [("", "—")]
PACKED = "application/zip,.zip"


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files in one input, without any script; the value is their list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(ManyFilesField, self).clean(each, initial) for each in given or [None]]
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(
                _("Eligió %(count)d archivos y caben %(most)d: súbalos en dos series."),
                params={"count": len(files), "most": MOST_PHOTOS},
            )
        return files


class SharedWords(forms.Form):
    """What the photos that come in together have in common."""

    credit = forms.CharField(label=_("Crédito"), max_length=150, help_text=_("Quién hizo las fotos."))
    licence = forms.ChoiceField(label=_("Licencia"), choices=Licence.choices, initial=Licence.MUNICIPALITY)
    people_shown = forms.ChoiceField(
        label=_("A quién muestran"),
        choices=NOTHING + PeopleShown.choices,
        help_text=_("Si hay menores reconocibles en algunas, dígalo luego en cada foto."),
    )
    consent = forms.ChoiceField(label=_("Consentimiento"), choices=Consent.choices, initial=Consent.NOT_NEEDED)
    authorisation_reference = forms.CharField(
        label=_("Autorización"), max_length=200, required=False, help_text=_("Dónde consta, si hay menores.")
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        faults = consent_faults(
            people=said.get("people_shown", ""),
            consent=said.get("consent", ""),
            backed=bool(said.get("authorisation_reference")),
        )
        for name, fault in faults.items():
            self.add_error(name, fault)
        return said


class PhotosForm(SharedWords):
    """More photos for a set that is here."""

    photos = ManyFilesField(
        label=_("Fotos"),
        widget=ManyFilesInput(attrs={"accept": f"image/*,{PACKED}"}),
        help_text=_("Hasta 60 a la vez, de 20 MB cada una; o un ZIP con ellas."),
        error_messages={"required": _("Elija las fotos, o un ZIP con ellas.")},
    )
    field_order = ["photos"]


class NewSetForm(PhotosForm):
    """A new set with its first photos."""

    name = forms.CharField(label=_("Nombre de la serie"), max_length=150, help_text=_("Por ejemplo, el acto."))
    page = forms.ModelChoiceField(
        label=_("Evento o página"),
        queryset=PhotoSet._meta.get_field("page").related_model.objects.filter(depth__gt=1),
        required=False,
        widget=AdminPageChooser,
        help_text=_("Si la elige, la serie aparece al pie de esa página."),
    )
    taken_on = forms.DateField(label=_("Fecha"), required=False, widget=AdminDateInput)
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    field_order = ["name", "page", "taken_on", "place", "photos"]


class SetForm(forms.ModelForm):
    """What a set says of itself; whether its maker may put it on the page is asked by the view."""

    class Meta:
        model = PhotoSet
        fields = ["name", "page", "taken_on", "place"]
        widgets = {"page": AdminPageChooser, "taken_on": AdminDateInput}


class ForAllForm(forms.Form):
    """What is written here takes the place of what every photo of the set says; what is left blank changes nothing."""

    credit = forms.CharField(label=_("Crédito"), max_length=150, required=False)
    licence = forms.ChoiceField(label=_("Licencia"), choices=NOTHING + Licence.choices, required=False)
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    taken_on = forms.DateField(label=_("Fecha de la toma"), required=False, widget=AdminDateInput)

    def given(self) -> dict[str, Any]:
        """The values to apply, by field of the image; none while the form isn't valid."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}


def row_prefix(placed: SetPhoto) -> str:
    """What tells the fields of one row of the grid from another's."""
    return f"foto-{placed.image_id}"


def with_shared(data: QueryDict, placed: Iterable[SetPhoto], shared: dict[str, Any]) -> QueryDict:
    """What was sent, with the words that are for all of them written in every row."""
    filled = data.copy()
    for each in placed:
        for name, value in shared.items():
            filled[f"{row_prefix(each)}-{name}"] = value
    return filled


class PhotoRow(ToldPicture, forms.ModelForm):
    """A photo of the set in the grid."""

    sort_order = forms.IntegerField(label=_("Orden"), min_value=1, max_value=999)
    remove = forms.BooleanField(label=_("Quitar de la serie"), required=False)

    class Meta:
        model = InstitutionImage
        fields = [
            "title",
            "description",
            "caption",
            "credit",
            "people_shown",
            "consent",
            "authorisation_reference",
            "licence",
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 2}), "caption": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, placed: SetPhoto, data: QueryDict | None, shared: dict[str, Any]):
        initial = {"sort_order": placed.sort_order}
        super().__init__(data, instance=placed.image, prefix=row_prefix(placed), initial=initial)
        self.placed, self.shared = placed, shared

    def keep(self) -> None:
        """Save what was said of the photo, and its place in the set or that it leaves it."""
        for name, value in self.shared.items():
            setattr(self.instance, name, value)
        if self.has_changed() or self.shared:
            self.save()
        if self.cleaned_data["remove"]:
            self.placed.delete()
        elif self.placed.sort_order != self.cleaned_data["sort_order"]:
            self.placed.sort_order = self.cleaned_data["sort_order"]
            self.placed.save(update_fields=["sort_order"])
