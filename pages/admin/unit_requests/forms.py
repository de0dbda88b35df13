"""The short forms of a request."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from institution.models import OrganicUnit, User
from pages.actions.unit_requests.links import LONGEST_DAYS
from pages.actions.unit_requests.receive import Brief
from pages.enums import RequestFormat
from pages.forms.files import files_field
from pages.models import EventPage, MaterialPage, NewsPage, UnitRequest
from pages.models.unit_requests import WORK

FARTHEST = timedelta(days=3 * 365)


class BriefForm(forms.Form):
    """What is asked for, for whom, as what and by when."""

    unit = forms.ModelChoiceField(label=_("Unidad que pide"), queryset=OrganicUnit.objects.filter(active=True))
    title = forms.CharField(label=_("Qué se quiere difundir"), max_length=150)
    what = forms.CharField(
        label=_("Lo que debe decir"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Qué, quién, cuándo y dónde. No hace falta redactarlo: de eso se encarga la oficina."),
    )
    audience = forms.CharField(
        label=_("Para quién"), max_length=200, help_text=_("Por ejemplo: madres de niños menores de 3 años de Succha.")
    )
    formats = forms.MultipleChoiceField(
        label=_("En qué formatos"), choices=RequestFormat.choices, widget=forms.CheckboxSelectMultiple
    )
    needed_by = forms.DateField(
        label=_("Se necesita para el"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    event_at = forms.DateTimeField(
        label=_("Fecha y hora del evento"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=_("Solo si también pide un evento en la agenda."),
    )
    event_place = forms.CharField(label=_("Lugar del evento"), max_length=120, required=False)
    contact_name = forms.CharField(label=_("Persona de contacto"), max_length=120)
    contact_email = forms.EmailField(label=_("Correo de contacto"), help_text=_("Allí llegan los avisos y el enlace."))
    contact_phone = forms.CharField(label=_("Teléfono"), max_length=20, required=False)
    files = files_field()

    def __init__(self, *args, user: User, today: date, asked: UnitRequest | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.asked = today, asked
        if asked or not user.has_perm(WORK):
            del self.fields["unit"]

    def clean_needed_by(self) -> date:
        return self._not_past(self.cleaned_data["needed_by"], kept=self.asked.needed_by if self.asked else None)

    def clean_event_at(self):
        event_at = self.cleaned_data["event_at"]
        kept = self.asked.event_at if self.asked else None
        if event_at and event_at != kept:
            self._not_past(event_at.date())
        return event_at

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if (
            RequestFormat.EVENT in data.get("formats", [])
            and not data.get("event_at")
            and "event_at" not in self.errors
        ):
            self.add_error("event_at", _("Pide un evento: diga cuándo es."))
        return data

    def brief(self) -> Brief:
        """What was filled in; only after `is_valid()`."""
        return Brief(**{name: self.cleaned_data[name] for name in Brief.__dataclass_fields__})

    def _not_past(self, day: date, *, kept: date | None = None) -> date:
        if day < self.today and day != kept:
            raise forms.ValidationError(_("Esa fecha ya pasó."))
        if day > self.today + FARTHEST:
            raise forms.ValidationError(_("Esa fecha está demasiado lejos: revise el año."))
        return day


def initial_of(asked: UnitRequest) -> dict[str, Any]:
    """The form's values of a request that exists."""
    values = {name: getattr(asked, name) for name in Brief.__dataclass_fields__}
    return values | {"formats": [each.kind for each in asked.formats.all()]}


class MessageForm(forms.Form):
    text = forms.CharField(label=_("Mensaje"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}))
    files = files_field()


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Motivo"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Quedará en la historia de la solicitud y se envía por correo a la otra parte."),
    )


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, user: User) -> str:
        return user.get_full_name() or user.get_username()


class AssignForm(forms.Form):
    person = PersonField(label=_("A cargo de"), queryset=User.objects.none(), required=False, empty_label=_("Nadie"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.with_perm(WORK, backend=BACKEND).filter(is_active=True)


BACKEND = "django.contrib.auth.backends.ModelBackend"


class LinkForm(forms.Form):
    days = forms.IntegerField(
        label=_("Días que durará"), min_value=1, max_value=LONGEST_DAYS, initial=7, help_text=_("De 1 a 30.")
    )
    by_mail = forms.BooleanField(label=_("Enviarlo también por correo al contacto"), required=False, initial=True)


class ProductForm(forms.Form):
    page = forms.ModelChoiceField(
        label=_("Pieza"),
        queryset=Page.objects.all(),
        widget=AdminPageChooser(target_models=[NewsPage, MaterialPage, EventPage]),
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_page(self) -> Page:
        page = self.cleaned_data["page"]
        if not isinstance(page.specific_class, type) or not issubclass(
            page.specific_class, NewsPage | MaterialPage | EventPage
        ):
            raise forms.ValidationError(_("Elija una nota, un material o un evento."))
        if not page.permissions_for_user(self.user).can_edit():
            raise forms.ValidationError(
                _("Solo puede vincular lo que usted puede editar, porque la unidad verá su borrador.")
            )
        return page
