"""Postponing, cancelling and confirming an event from its menu; who may publish it may do so."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.admin.screens import Screen
from institution.models import User
from pages.actions.event_states import NotChangeable, cancel_event, confirm_event, people_to_tell, postpone_event
from pages.enums import EventState
from pages.forms.event_state import PostponeForm, ReasonForm
from pages.models import EventPage
from pages.rules.event_words import span_words


def may_change(user: User, event: EventPage) -> bool:
    """Whether the person may publish the event, and so say that it changes."""
    return event.permissions_for_user(user).can_publish()


class StateView(Screen, FormView):
    """Asks what is needed, says how many will be told, and changes the event."""

    template_name = "backend/event_state.html"
    header_icon = "date"
    warning: Any = ""
    button: Any = ""
    postponing = False

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.event = get_object_or_404(EventPage, pk=pk)
        if not may_change(request.user, self.event):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def change(self, **typed: Any) -> None:
        """Do it. Raises NotChangeable."""
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        told = self._told()
        try:
            self.change(event=self.event, by=self.request.user, at=timezone.now(), **form.cleaned_data)
        except NotChangeable as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        state = self.event.__class__.objects.get(pk=self.event.pk).standing.get_state_display().lower()
        queued = ngettext("Se avisará a %(told)s persona.", "Se avisará a %(told)s personas.", told) % {"told": told}
        messages.success(
            self.request, _("El evento figura ahora como %(state)s. %(queued)s") % {"state": state, "queued": queued}
        )
        return redirect(self._edit_address())

    def get_page_subtitle(self) -> str:
        return self.event.get_admin_display_title()

    def came_from(self) -> dict[str, Any]:
        return {"url": reverse("eventos:index"), "label": _("Eventos")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            event=self.event,
            told=self._told(),
            warning=self.warning,
            button=self.button,
            serious=True,
            next_time=self._next_time(),
            index_url=self._edit_address(),
            **kwargs,
        )

    def _next_time(self) -> str:
        coming = self.event.occurrences.upcoming(at=timezone.now()).first()
        return span_words(coming.starts_at, coming.ends_at, all_day=coming.all_day) if coming else ""

    def _told(self) -> int:
        return people_to_tell(event=self.event, postponing=self.postponing, at=timezone.now())

    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.event.pk])


class PostponeView(StateView):
    page_title = _("Postergar evento")
    form_class = PostponeForm
    warning = _("Si el evento se repite, se mueve solo la próxima fecha; si tiene varias fechas, todas las que faltan.")
    button = _("Postergar y avisar")
    postponing = True

    def get_initial(self) -> dict:
        coming = self.event.occurrences.upcoming(at=timezone.now()).first()
        return {"to": coming.starts_at + timedelta(days=7)} if coming else {}

    def change(self, **typed: Any) -> None:
        postpone_event(**typed)


class CancelView(StateView):
    page_title = _("Cancelar evento")
    form_class = ReasonForm
    warning = _("El evento sigue a la vista, marcado como cancelado.")
    button = _("Cancelar el evento y avisar")

    def change(self, **typed: Any) -> None:
        cancel_event(**typed)


class ConfirmView(StateView):
    page_title = _("Confirmar evento")
    form_class = forms.Form
    warning = _("El evento vuelve a las fechas que tiene escritas.")
    button = _("Confirmar y avisar")

    def change(self, **typed: Any) -> None:
        confirm_event(**typed)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """The screens that hang from an event."""
    return [
        path("eventos/<int:pk>/postergar/", PostponeView.as_view(), name="postpone_event"),
        path("eventos/<int:pk>/cancelar/", CancelView.as_view(), name="cancel_event"),
        path("eventos/<int:pk>/confirmar/", ConfirmView.as_view(), name="confirm_event"),
    ]


@hooks.register("register_page_header_buttons")
def state_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """What may be said of a published event, in its menu."""
    if not (isinstance(page, EventPage) and page.live and may_change(user, page)):
        return
    state = page.standing.state
    yield Button(_("Postergar"), url=reverse("postpone_event", args=[page.pk]), icon_name="date", priority=46)
    if state != EventState.CANCELLED:
        yield Button(_("Cancelar evento"), url=reverse("cancel_event", args=[page.pk]), icon_name="cross", priority=47)
    if state != EventState.CONFIRMED:
        yield Button(_("Confirmar"), url=reverse("confirm_event", args=[page.pk]), icon_name="check", priority=48)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_odd_point(request: HttpRequest, page: Page) -> None:
    """Say that the coordinates are odd; the event is kept all the same."""
    if isinstance(page, EventPage) and page.coordinate_warning:
        messages.warning(request, page.coordinate_warning)
