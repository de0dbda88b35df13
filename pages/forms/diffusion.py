"""Recording that something was spread."""

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class DiffusionForm(WagtailAdminModelForm):
    """What was carried out is in the past: what is to come belongs in the campaign's plan."""

    def clean_carried_on(self):
        day = self.cleaned_data["carried_on"]
        if day > localdate():
            raise ValidationError(_("Esa fecha todavía no llega: registre la difusión cuando se haya hecho."))
        return day

    def clean(self) -> dict:
        data = super().clean()
        if not data.get("page") and not self.instance.request_id and "page" not in self.errors:
            self.add_error("page", _("Elija qué se difundió."))
        return data
