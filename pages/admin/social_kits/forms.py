"""What a person types of a post, and of a kit that tells of no piece."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from institution.enums import SocialNetwork
from pages.enums.social import CardKind, KitKind
from pages.models import SocialPost
from pages.rules.social.limits import LIMITS

LONGEST_TYPED = 70_000
OWN_KINDS = [(kind.value, kind.label) for kind in KitKind if kind != KitKind.PIECE]
OWN_WORDS = ("kind", "title", "text", "occasion_on", "link")
LOCAL = "%Y-%m-%dT%H:%M"


class PostForm(forms.Form):
    """The words of a post and its picture; its inputs belong to the form `post-<pk>`, wherever they are shown."""

    title = forms.CharField(label=_("Título del video"), max_length=1_000, required=False)
    text = forms.CharField(
        label=_("Texto"), max_length=LONGEST_TYPED, required=False, widget=forms.Textarea(attrs={"rows": 7})
    )
    hashtags = forms.CharField(
        label=_("Etiquetas"), max_length=1_000, required=False, help_text=_("Con un espacio entre ellas.")
    )
    card = forms.ChoiceField(label=_("Imagen"), choices=CardKind.choices)
    scheduled_for = forms.DateTimeField(
        label=_("Programar para"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
        help_text=_("Vacío: en cuanto se apruebe."),
    )

    def __init__(self, post: SocialPost, data=None):
        self.post = post
        super().__init__(data, prefix=f"post-{post.pk}", initial=self._written())
        if LIMITS[SocialNetwork(post.network)].title is None:
            del self.fields["title"]
        for field in self.fields.values():
            field.widget.attrs |= {"form": f"post-{post.pk}"}
            field.disabled = not post.editable and data is None

    def words(self) -> dict[str, str]:
        """What was typed, as `write_post` takes it."""
        return {"title": "", **{name: self.cleaned_data[name] for name in self.fields if name != "scheduled_for"}}

    def tell(self, faults: dict[str, list[str]]) -> None:
        """Put each fault beside its field, the rest on top."""
        for name, messages in faults.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)

    def _written(self) -> dict:
        post = self.post
        when = timezone.localtime(post.scheduled_for) if post.scheduled_for else None
        return {
            "title": post.title, "text": post.text, "hashtags": post.hashtags, "card": post.card, "scheduled_for": when,
        }  # fmt: skip


class KitForm(WagtailAdminModelForm):
    """A kit of a piece has only a photo and a quote of its own; another needs a title. A photo is told in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.page_id:
            for name in OWN_WORDS:
                del self.fields[name]
        else:
            self.fields["kind"].choices = OWN_KINDS
            self.fields["title"].required = True

    def clean(self) -> dict:
        data = super().clean()
        photo = data.get("photo")
        if photo and not (data.get("photo_alt") or photo.description):
            self.add_error("photo_alt", _("Escriba qué se ve en la foto."))
        if photo and photo.publication_fault:
            self.add_error("photo", photo.publication_fault)
        if data.get("quote_by") and not data.get("quote"):
            self.add_error("quote", _("Escriba la cita, o quite quién la dijo."))
        return data
