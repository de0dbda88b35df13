"""What is asked of who gives a key of the API."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from headless.actions.tokens import LONGEST_GRACE, LONGEST_LIFE
from headless.models import AccessToken
from headless.scopes import offered_scopes
from institution.models import User
from institution.rules.lima import LIMA

USUAL_LIFE = timedelta(days=365)


def scope_choices() -> list[tuple[str, str]]:
    """Each scope in words, with the name that programs read."""
    return [(scope.name, f"{scope.title} ({scope.name}). {scope.doc}") for scope in offered_scopes()]


def in_a_year() -> datetime:
    return timezone.localdate() + USUAL_LIFE


class TokenForm(WagtailAdminModelForm):
    """Whose key it is, what it opens, how often and until when."""

    scopes = forms.MultipleChoiceField(
        label=_("Permisos"), choices=scope_choices, widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Lo público se lee sin ninguno. Marque solo lo que el programa necesita."),
    )  # fmt: skip
    last_day = forms.DateField(
        label=_("Último día en que sirve"), widget=AdminDateInput, initial=in_a_year,
        help_text=_("A más tardar dentro de dos años. Antes de ese día puede renovarla."),
    )  # fmt: skip

    class Meta:
        model = AccessToken
        fields = ["name", "owner", "scopes", "requests_per_minute"]
        help_texts = {"requests_per_minute": _("De 1 a 10 000. Sin clave, cada dirección tiene 600.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = User.objects.filter(is_active=True).order_by("username")
        if self.instance.pk:
            self.initial["last_day"] = timezone.localdate(self.instance.expires_at)
        elif self.for_user:
            self.initial["owner"] = self.for_user.pk

    def clean_last_day(self) -> datetime:
        """The last instant of that day in Lima."""
        ends, now = datetime.combine(self.cleaned_data["last_day"], time.max, tzinfo=LIMA), timezone.now()
        if not now < ends <= now + LONGEST_LIFE:
            raise ValidationError(_("Elija un día desde hoy hasta dentro de dos años."))
        return ends


class RotateForm(forms.Form):
    """How long the key that is replaced goes on serving."""

    days = forms.IntegerField(
        label=_("Días que servirá todavía la clave anterior"), min_value=0, max_value=LONGEST_GRACE.days,
        initial=LONGEST_GRACE.days,
        help_text=_("De 0 a 7, para que el programa cambie de clave sin detenerse. Con 0 deja de servir ahora."),
    )  # fmt: skip

    @property
    def grace(self) -> timedelta:
        return timedelta(days=self.cleaned_data["days"])
