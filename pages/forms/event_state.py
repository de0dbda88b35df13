from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from pages.models.event_status import LONGEST_REASON


class ReasonForm(forms.Form):
    """Why the event changes, told to everybody."""

    reason = forms.CharField(
        label=_("Motivo"), max_length=LONGEST_REASON, help_text=_("Se publica y se envía a quienes se inscribieron.")
    )


class PostponeForm(ReasonForm):
    to = forms.DateTimeField(
        label=_("Nueva fecha y hora de inicio"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Vacía: «por anunciarse»."),
    )

    field_order = ["to", "reason"]
