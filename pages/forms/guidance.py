"""Saying whether guidance was of use."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.models.guidance_opinions import LONGEST_COMMENT

ANSWERS = [("si", _("Sí")), ("no", _("No"))]


class OpinionForm(forms.Form):
    """A yes or a no, and words if one wants. `website` is a trap that people don't see and robots fill in."""

    helpful = forms.ChoiceField(
        label=_("¿Le sirvió?"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Elija sí o no.")},
    )
    comment = forms.CharField(
        label=_("¿Qué le faltó o qué podemos mejorar? (opcional)"),
        help_text=_("No escriba su nombre, DNI, teléfono ni otros datos personales."),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
