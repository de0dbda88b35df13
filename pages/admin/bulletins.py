"""*Componer boletín*: the days are chosen, the notes of those days are offered ticked, and a draft is made of them."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from institution.models import User
from pages.actions.bulletins import compose_bulletin, next_number, notes_between
from pages.admin.menu import MATERIALS_HOOK
from pages.enums.materials import MaterialKind
from pages.models import MaterialIndexPage, MaterialPage, NewsPage
from pages.models.piece import PieceQuerySet
from pages.panels.materials import MOST_NOTES

USUAL_SPAN = timedelta(days=30)


class PeriodForm(forms.Form):
    """The days whose notes are offered, both included."""

    desde = forms.DateField(label=_("Desde"), widget=AdminDateInput)
    hasta = forms.DateField(label=_("Hasta"), widget=AdminDateInput)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("desde") and cleaned.get("hasta") and cleaned["desde"] > cleaned["hasta"]:
            self.add_error("hasta", _("Esa fecha es anterior a la de inicio."))
        return cleaned


class NotesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, note: NewsPage) -> str:
        day = date_format(timezone.localtime(note.published_at), "SHORT_DATE_FORMAT")
        topics = ", ".join(topic.name for topic in note.topics.all())
        return f"{day} · {note.title}" + (f" ({topics})" if topics else "")


class ComposeForm(forms.Form):
    """How the bulletin is called, and the notes that go in it."""

    title = forms.CharField(label=_("Título"), max_length=120)
    summary = forms.CharField(label=_("Bajada"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    series = forms.CharField(label=_("Serie"), max_length=80, required=False)
    number = forms.IntegerField(label=_("Número"), min_value=1, max_value=100_000, required=False)
    notes = NotesField(
        label=_("Notas"),
        queryset=NewsPage.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Marque al menos una nota.")},
    )

    def __init__(self, *args, offered: PieceQuerySet, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["notes"].queryset = offered

    def clean(self):
        cleaned = super().clean()
        same = MaterialPage.objects.filter(series=cleaned.get("series", ""), edition_number=cleaned.get("number"))
        if cleaned.get("series") and cleaned.get("number") and same.exists():
            self.add_error("number", _("Ese número de la serie ya lo lleva otro material: cámbielo."))
        if len(cleaned.get("notes") or ()) > MOST_NOTES:
            self.add_error(
                "notes", _("Un boletín lleva hasta %(most)s notas: desmarque algunas.") % {"most": MOST_NOTES}
            )
        return cleaned


def may_compose(user: User) -> bool:
    """Whether the person may add a material."""
    index = MaterialIndexPage.objects.first()
    return index is not None and index.permissions_for_user(user).can_add_subpage()


class ComposeView(WagtailAdminTemplateMixin, FormView):
    """Two forms on one screen: the first asks again for the days, the second makes the draft."""

    form_class = ComposeForm
    template_name = "backend/compose_bulletin.html"
    page_title = _("Componer boletín")
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_compose(request.user):
            raise PermissionDenied
        asked = "desde" in request.GET or "hasta" in request.GET
        self.period = PeriodForm(request.GET if asked else self._usual_period())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"offered": self.offered()}

    def get_initial(self) -> dict[str, Any]:
        newest = MaterialPage.objects.filter(kind=MaterialKind.BULLETIN).exclude(series="").order_by("-pk").first()
        series = newest.series if newest else ""
        return {"series": series, "number": next_number(series) if series else None, "notes": self.offered()}

    def offered(self) -> PieceQuerySet:
        """The notes of the days asked for; none when they aren't days."""
        if not self.period.is_valid():
            return NewsPage.objects.none()
        days = self.period.cleaned_data
        return notes_between(since=days["desde"], until=days["hasta"], at=timezone.now())

    def form_valid(self, form: ComposeForm) -> HttpResponse:
        index = get_object_or_404(MaterialIndexPage)
        made = compose_bulletin(index=index, by=self.request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(self.request, _("El borrador está listo: ordene las notas en la pestaña Boletín."))
        return redirect("wagtailadmin_pages:edit", made.pk)

    def get_breadcrumbs_items(self) -> list[dict]:
        materials = {"url": reverse("materiales:index"), "label": _("Materiales")}
        return [*self.breadcrumbs_items, materials, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(period=self.period, index_url=reverse("materiales:index"), **kwargs)

    @staticmethod
    def _usual_period() -> dict[str, date]:
        today = timezone.localdate()
        return {"desde": today - USUAL_SPAN, "hasta": today}


class ComposeMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_compose(request.user)


@hooks.register(MATERIALS_HOOK)
def compose_entry() -> MenuItem:
    address = reverse("compose_bulletin")
    return ComposeMenuItem(_("Componer boletín"), address, name="compose-bulletin", icon_name="list-ul", order=110)
