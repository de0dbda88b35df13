from django import forms
from django.utils.translation import gettext_lazy as _


class ContactForm(forms.Form):
    """A citizen's message. `website` is a trap that people don't see and robots fill in."""

    name = forms.CharField(label=_("Su nombre"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Su correo"),
        help_text=_("Le responderemos allí."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.CharField(label=_("Asunto"), max_length=150)
    message = forms.CharField(label=_("Mensaje"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 7}))
    consent = forms.BooleanField(
        label=_("Acepto"), error_messages={"required": _("Para poder responderle necesitamos que acepte.")}
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def is_trapped(self) -> bool:
        """Whether a robot filled in the trap; only after `is_valid()`."""
        return bool(self.cleaned_data.get("website"))
