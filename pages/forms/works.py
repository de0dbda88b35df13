"""The forms in which facts of a work are told: its state, its advances."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.widgets import AdminImageChooser

from institution.models import InstitutionImage
from pages.enums import ParalysisCause, WorkStage
from pages.models import PublicWorkPage, WorkAdvance
from pages.rules.works import allowed_moves

MOST_PHOTOS = 4


def day_field(label: str) -> forms.DateField:
    """A day that has come, today unless said otherwise."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, initial=timezone.localdate)


def percent_field(label: str) -> forms.DecimalField:
    """An accumulated percentage."""
    return forms.DecimalField(label=label, min_value=0, max_value=100, max_digits=5, decimal_places=2)


class MoveForm(forms.Form):
    """Where the work goes, since when and why."""

    to = forms.ChoiceField(label=_("Nuevo estado"))
    on = day_field(_("Desde el"))
    cause = forms.ChoiceField(
        label=_("Causa"), required=False, choices=[("", "—"), *ParalysisCause.choices],
        help_text=_("Solo si la obra se paraliza."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Motivo"), required=False, max_length=300, help_text=_("Se publica. Se exige cuando la obra retrocede.")
    )
    norm = forms.CharField(
        label=_("Documento"), required=False, max_length=150, help_text=_("Resolución, acta o carta que lo sustenta.")
    )

    def __init__(self, *args, work: PublicWorkPage, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(stage.value, stage.label) for stage in allowed_moves(work.standing())]

    def values(self) -> dict[str, Any]:
        """What `move_work` asks for."""
        return self.cleaned_data | {"to": WorkStage(self.cleaned_data["to"])}


class AdvanceForm(forms.Form):
    """How far the work had come on a day, with up to four pictures."""

    on = day_field(_("Fecha de la medición"))
    physical = percent_field(_("Avance físico acumulado (%)"))
    financial = percent_field(_("Avance financiero acumulado (%)"))
    amount = forms.DecimalField(
        label=_("Monto ejecutado acumulado (S/)"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    note = forms.CharField(
        label=_("Qué se hizo"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 4})
    )
    reason = forms.CharField(
        label=_("Motivo, si retrocede"), required=False, max_length=300,
        help_text=_("Solo si el porcentaje es menor que uno ya informado. Se publica."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_PHOTOS + 1):
            self.fields |= _photo_fields(number)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number in range(1, MOST_PHOTOS + 1):
            if cleaned.get(f"photo_{number}") and not cleaned.get(f"alt_{number}"):
                self.add_error(f"alt_{number}", _("Escriba qué se ve en la foto."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """What `record_advance` asks for."""
        asked = {name: value for name, value in self.cleaned_data.items() if "_" not in name}
        slots = range(1, MOST_PHOTOS + 1)
        pairs = [(self.cleaned_data[f"photo_{n}"], self.cleaned_data[f"alt_{n}"]) for n in slots]
        return asked | {"photos": list({image.pk: (image, alt) for image, alt in pairs if image}.values())}


class CorrectionForm(AdvanceForm):
    """The right values for an advance that was wrong, and what was wrong with it."""

    field_order = ["correction_reason"]
    correction_reason = forms.CharField(
        label=_("Qué estaba mal"), max_length=300, help_text=_("Quedará en el registro junto al avance anterior.")
    )

    def values(self) -> dict[str, Any]:
        return super().values() | {"correction_reason": self.cleaned_data["correction_reason"]}


def as_typed(advance: WorkAdvance) -> dict[str, Any]:
    """An advance as the form that recorded it."""
    names = ("on", "physical", "financial", "amount", "note", "reason")
    typed = {name: getattr(advance, name) for name in names}
    for number, photo in enumerate(advance.photos.all()[:MOST_PHOTOS], start=1):
        typed |= {f"photo_{number}": photo.image, f"alt_{number}": photo.alt}
    return typed


def _photo_fields(number: int) -> dict[str, forms.Field]:
    words = {"number": number}
    return {
        f"photo_{number}": forms.ModelChoiceField(
            label=_("Foto %(number)s") % words,
            queryset=InstitutionImage.objects.all(),
            widget=AdminImageChooser,
            required=False,
        ),
        f"alt_{number}": forms.CharField(
            label=_("Qué se ve en la foto %(number)s") % words, required=False, max_length=250
        ),
    }
