from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PHONE = RegexValidator(r"^[0-9+() -]{6,20}$", _("Escriba solo números, por ejemplo 987 654 321."))


class RegistrationForm(forms.Form):
    """A person who wants to attend. `website` is a trap that people don't see and robots fill in."""

    name = forms.CharField(
        label=_("Nombre y apellidos"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Correo"),
        help_text=_("Allí le enviaremos la confirmación y los cambios."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Teléfono (opcional)"),
        max_length=20,
        required=False,
        validators=[PHONE],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    consent = forms.BooleanField(
        label=_("Acepto"), error_messages={"required": _("Para inscribirle necesitamos que acepte.")}
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def is_trapped(self) -> bool:
        """Whether a robot filled in the trap; only after `is_valid()`."""
        return bool(self.cleaned_data.get("website"))
