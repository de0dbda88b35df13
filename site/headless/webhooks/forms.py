"""What is asked of who keeps a webhook."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from headless.enums import ChangeKind
from headless.resources import offered
from headless.watching import followed_as
from headless.webhooks.messages import event_of
from headless.webhooks.models import WebhookSubscription

CATCH_UP, FROM_NOW = "catch_up", "from_now"


def event_choices() -> list[tuple[str, str]]:
    """Each kind of change in words, with the name that programs read."""
    return [(kind.value, f"{str(kind.label).capitalize()} ({event_of(kind)})") for kind in ChangeKind]


def type_choices() -> list[tuple[str, str]]:
    """The resources whose changes are told."""
    return [(each.name, str(each.title)) for each in offered() if followed_as(each.name)]


class SubscriptionForm(WagtailAdminModelForm):
    """Who is told, where, and of what."""

    events = forms.MultipleChoiceField(
        label=_("Qué se le avisa"), choices=event_choices, widget=forms.CheckboxSelectMultiple,
        initial=ChangeKind.values,
        help_text=_("Quien guarda una copia necesita todos: así sabe también lo que se retira."),
    )  # fmt: skip
    types = forms.MultipleChoiceField(
        label=_("De qué recursos"), choices=type_choices, widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Si no marca ninguno, de todos, también de los que se agreguen después."),
    )  # fmt: skip

    class Meta:
        model = WebhookSubscription
        fields = ["description", "address", "owner_email", "events", "types"]
        help_texts = {
            "description": _("Qué programa es y de quién, como «Aplicación de Radio Aija»."),
            "address": _("Adónde se envía cada aviso. Se la da quien hizo el programa; empieza con https://."),
            "owner_email": _(
                "A quién se escribe si el programa deja de recibir. Solo para eso; se borra con el webhook."
            ),
        }
        widgets = {"address": forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"})}

    def save(self, commit: bool = True) -> WebhookSubscription:
        """Write what was asked and no more: the worker moves the rest meanwhile."""
        if not self.instance.pk:
            return super().save(commit=commit)
        self.instance.save(update_fields=self.Meta.fields)
        return self.instance


class SwitchOnForm(forms.Form):
    """What becomes of what changed while a webhook was off."""

    since = forms.ChoiceField(
        label=_("Qué se le envía al reactivarlo"), widget=forms.RadioSelect, initial=CATCH_UP,
        choices=[
            (CATCH_UP, _("Todo lo que esperaba y lo que cambió entretanto, en orden (hasta noventa días)")),
            (FROM_NOW, _("Solo lo que cambie desde ahora; lo que esperaba se descarta")),
        ],
    )  # fmt: skip
