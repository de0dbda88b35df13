"""What is done with several requests ticked in the list: accepted, put in somebody's charge, exported."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction

from pages.actions.unit_requests.assignment import NotAssignable, assign_request
from pages.actions.unit_requests.moves import move_request
from pages.admin.unit_requests.access import DECIDERS
from pages.admin.unit_requests.forms import AssignForm
from pages.admin.unit_requests.listing import CHOSEN, chosen_keys
from pages.enums import RequestState
from pages.models import UnitRequest
from pages.rules.unit_requests import MoveRefused, Standing, check_move


class RequestBulkAction(BulkAction):
    """Asks once for all; those that can't be are named with why, and left as they were."""

    models = [UnitRequest]
    template_name = "backend/unit_requests/bulk.html"
    question: Any = ""
    button: Any = ""

    def refusal(self, asked: UnitRequest) -> str:
        """Why it can't be done with this request, in Spanish; blank when it can."""
        raise NotImplementedError

    def act(self, asked: UnitRequest) -> None:
        """Do it with one request."""
        raise NotImplementedError

    def get_actionable_objects(self) -> tuple[list, dict]:
        seen = UnitRequest.objects.seen_by(self.request.user).for_lists().pressing_first()
        told = [(asked, self.refusal(asked)) for asked in seen.filter(pk__in=chosen_keys(self.request, "id"))]
        able = [asked for asked, refusal in told if not refusal]
        return able, {"refused": [(asked, refusal) for asked, refusal in told if refusal]}

    def get_execution_context(self) -> dict:
        return {"act": self.act}

    @classmethod
    def execute_action(cls, objects, act=None, **kwargs) -> tuple[int, int]:
        for asked in objects:
            act(asked)
        return len(objects), 0

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (MoveRefused, NotAssignable) as told:  # somebody else got there first: none is changed
            form.add_error(None, str(told))
            return self.form_invalid(form)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(question=self.question, button=self.button, **kwargs)


@hooks.register("register_bulk_action")
class AcceptRequests(RequestBulkAction):
    display_name = _("Aceptar")
    action_type = "accept"
    aria_label = _("Aceptar las solicitudes elegidas")
    action_priority = 10
    question = _("¿Aceptar estas solicitudes? Se avisa a cada unidad.")
    button = _("Sí, aceptarlas")

    def refusal(self, asked: UnitRequest) -> str:
        given = {"current": asked.status, "target": RequestState.ACCEPTED, "hands": asked.hands_of(self.request.user)}
        try:
            check_move(**given, reason="", standing=Standing())
        except MoveRefused as told:
            return str(told)
        return ""

    def act(self, asked: UnitRequest) -> None:
        move_request(request=asked, to=RequestState.ACCEPTED, by=self.request.user, at=timezone.now())

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        done = num_parent_objects
        return ngettext("Se aceptó %(done)s solicitud.", "Se aceptaron %(done)s solicitudes.", done) % {"done": done}


@hooks.register("register_bulk_action")
class AssignRequests(RequestBulkAction):
    form_class = AssignForm
    display_name = _("Asignar")
    action_type = "assign"
    aria_label = _("Poner a alguien a cargo de las solicitudes elegidas")
    action_priority = 20
    question = _("¿A cargo de quién quedan estas solicitudes?")
    button = _("Asignarlas")

    def refusal(self, asked: UnitRequest) -> str:
        may = asked.hands_of(self.request.user) & DECIDERS
        return "" if may else gettext("Quien asigna es la Jefatura de Imagen.")

    def act(self, asked: UnitRequest) -> None:
        person = self.cleaned_form.cleaned_data["person"]
        assign_request(request=asked, to=person, by=self.request.user, at=timezone.now())

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        done = num_parent_objects
        return ngettext("Se asignó %(done)s solicitud.", "Se asignaron %(done)s solicitudes.", done) % {"done": done}


@hooks.register("register_bulk_action")
class ExportRequests(RequestBulkAction):
    """Nothing changes, so nothing is asked: the list's own export, of the chosen."""

    display_name = _("Exportar")
    action_type = "export"
    aria_label = _("Exportar a Excel las solicitudes elegidas")
    action_priority = 30

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keys = ",".join(str(key) for key in chosen_keys(request, "id"))
        return HttpResponseRedirect(f"{reverse('solicitudes:index')}?{urlencode({CHOSEN: keys, 'export': 'xlsx'})}")
