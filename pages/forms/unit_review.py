"""What a unit answers at its private link."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from pages.forms.files import files_field


class Answer(TextChoices):
    COMMENT = "comentario", _("Enviar comentario")
    CHANGES = "cambios", _("Pedir cambios")
    APPROVE = "aprobacion", _("Aprobar")


class ReviewForm(forms.Form):
    """One of three buttons, who presses it, and what they say; approving needs no words."""

    signed = forms.CharField(
        label=_("Su nombre"),
        max_length=100,
        help_text=_("Queda en la historia de la solicitud."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    text = forms.CharField(
        label=_("Comentario"), max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    files = files_field()
    answer = forms.ChoiceField(choices=Answer.choices, widget=forms.HiddenInput)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("answer") in (Answer.COMMENT, Answer.CHANGES) and not data.get("text", "").strip():
            self.add_error("text", _("Escriba qué quiere decir o qué debe cambiar."))
        return data
