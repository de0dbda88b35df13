"""Asking why something is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from pages.enums import WithdrawalReason
from pages.models.embargo import visible_pages

MEANINGS = _("El motivo se dice al público en la dirección que tenía y queda en el historial.")
BULK_REASONS = [choice for choice in WithdrawalReason.asked() if choice[0] != WithdrawalReason.REPLACED]


class ReasonForm(forms.Form):
    """The reason for several pages at once."""

    reason = forms.ChoiceField(label=_("Motivo"), choices=[("", "---------"), *BULK_REASONS], help_text=MEANINGS)
    explanation = forms.CharField(
        label=_("Explicación para el público"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=400,
        required=False,
        help_text=_("Opcional, salvo en «Otro motivo». No repita aquí lo que no debe leerse."),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("reason") == WithdrawalReason.OTHER and not cleaned.get("explanation", "").strip():
            self.add_error("explanation", _("Diga en una frase por qué se retira."))
        return cleaned


class BulkReasonForm(ReasonForm):
    """The same, with what hangs from the pages."""

    include_descendants = forms.BooleanField(label=_("Retirar también sus subpáginas"), required=False)


class WithdrawalForm(ReasonForm):
    """The reason for one page, and what takes its place."""

    replaced_by = forms.ModelChoiceField(
        Page.objects.none(),
        label=_("La reemplaza"),
        required=False,
        widget=AdminPageChooser(),
        help_text=_("Quien abra la dirección antigua irá a esta página."),
    )
    include_descendants = forms.BooleanField(label=_("Retirar también sus subpáginas"), required=False)

    field_order = ["reason", "replaced_by", "explanation", "include_descendants"]

    def __init__(self, *args, page: Page, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", "---------"), *WithdrawalReason.asked()]
        self.fields["replaced_by"].queryset = visible_pages(at=at).exclude(pk=page.pk).filter(depth__gt=1)
        if not page.get_descendants().live().exists():
            del self.fields["include_descendants"]

    def clean(self) -> dict:
        cleaned = super().clean()
        replaces = cleaned.get("reason") == WithdrawalReason.REPLACED
        if replaces and not cleaned.get("replaced_by") and "replaced_by" not in self.errors:
            self.add_error("replaced_by", _("Elija la página publicada que la reemplaza."))
        if not replaces:
            cleaned["replaced_by"] = None
        return cleaned
