"""Moving a material along its production, from its form or from the listing."""

from collections.abc import Iterator

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.admin.screens import Screen
from institution.admin.tags import Tone, tag
from institution.models import User
from pages.actions.production import MoveRefused, move_production
from pages.enums.materials import Production
from pages.models import MaterialPage
from pages.rules.production import is_step_back, moves_from

TONES = {
    Production.MANUSCRIPT: Tone.QUIET,
    Production.DESIGN: Tone.WAITING,
    Production.APPROVED: Tone.GOOD,
    Production.PRINTED: Tone.GOOD,
    Production.PUBLISHED: Tone.GOOD,
}


def production_tag(material: MaterialPage) -> SafeString:
    """How far the material is, as a tag."""
    return tag(material.get_production_display(), TONES[Production(material.production)])


def moves_of(user: User, material: MaterialPage) -> list[Production]:
    """Where the person may take the material."""
    as_head = material.permissions_for_user(user).can_publish()
    return moves_from(Production(material.production), as_head=as_head)


class MoveForm(forms.Form):
    """Where to; what it says of paper is asked for only where it may go to print."""

    to = forms.ChoiceField(label=_("Pasar a"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Nota"), max_length=300, required=False, help_text=_("Qué se corrigió o quién dio la conformidad.")
    )
    print_run = forms.IntegerField(
        label=_("Tiraje"), min_value=1, max_value=10_000_000, required=False, help_text=_("Solo si se imprimió.")
    )
    printed_on = forms.DateField(
        label=_("Fecha de impresión"), required=False, widget=AdminDateInput, help_text=_("Solo si se imprimió.")
    )

    def __init__(self, *args, moves: list[Production], state: Production, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(to.value, _told(state, to)) for to in moves]
        if Production.PRINTED not in moves:
            del self.fields["print_run"], self.fields["printed_on"]


def _told(state: Production, to: Production) -> str:
    return _("Devolver a «%(to)s»") % {"to": to.label} if is_step_back(state, to) else str(to.label)


class MoveView(Screen, FormView):
    """A small form. Whoever may edit the material may open it; what it offers depends on whether they may publish."""

    form_class = MoveForm
    template_name = "backend/move_material.html"
    page_title = _("Producción")
    header_icon = "cogs"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.material = get_object_or_404(MaterialPage, pk=pk)
        if not self.material.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get_form_kwargs(self) -> dict:
        moves = moves_of(self.request.user, self.material)
        return super().get_form_kwargs() | {"moves": moves, "state": Production(self.material.production)}

    def get_initial(self) -> dict:
        draft = self.material.get_latest_revision_as_object()
        return {"print_run": draft.print_run, "printed_on": draft.printed_on}

    def form_valid(self, form: MoveForm) -> HttpResponse:
        values = form.cleaned_data | {"to": Production(form.cleaned_data["to"])}
        try:
            move = move_production(material=self.material, by=self.request.user, at=timezone.now(), **values)
        except MoveRefused as told:
            form.add_error(None, str(told))
            return self.form_invalid(form)
        messages.success(self.request, _("«%(title)s»: %(move)s.") % {"title": self.material.title, "move": move})
        return redirect(self._edit_address())

    def get_page_subtitle(self) -> str:
        return self.material.get_admin_display_title()

    def came_from(self) -> dict:
        return {"url": reverse("materiales:index"), "label": _("Materiales")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(material=self.material, index_url=self._edit_address(), **kwargs)

    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.material.pk])


@hooks.register("register_page_header_buttons")
def move_from_header(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    return _move_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def move_from_listing(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    return _move_button(page, user)


def _move_button(page: Page, user: User) -> Iterator[Button]:
    if isinstance(page, MaterialPage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Producción"), url=reverse("move_material", args=[page.pk]), icon_name="cogs", priority=46)


@hooks.register("register_log_actions")
def name_moves(actions) -> None:
    """What the history says."""
    actions.register_action("pages.production.moved", _("Mover la producción"), _("La producción dio un paso"))
