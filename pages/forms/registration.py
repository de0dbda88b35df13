from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PHONE = RegexValidator(r"^[0-9+() -]{6,20}$", _("Escriba solo números, por ejemplo 987 654 321."))


class RegistrationForm(forms.Form):
    """A person who wants to attend on one of the event's `dates`, in (value, words) pairs.

    With a single date nothing is asked. `website` is a trap that people don't see and robots fill in.
    """

    date = forms.ChoiceField(
        label=_("Fecha a la que irá"),
        error_messages={"invalid_choice": _("Esa fecha ya no está disponible: elija otra.")},
    )
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

    def __init__(self, *args: Any, dates: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dates = dates
        if len(dates) == 1:
            del self.fields["date"]
        else:
            self.fields["date"].choices = [("", _("Elija una fecha")), *dates]

    def chosen_date(self) -> datetime:
        """The original start of the date that was chosen; only after `is_valid()`."""
        return datetime.fromisoformat(self.cleaned_data.get("date") or self.dates[0][0])

    def is_trapped(self) -> bool:
        """Whether a robot filled in the trap; only after `is_valid()`."""
        return bool(self.cleaned_data.get("website"))


class SendAgainForm(forms.Form):
    """A person who lost the confirmation, and the address where it was sent."""

    contact = forms.EmailField(
        label=_("Correo con que se inscribió"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
