"""Moving a request on, and saying who has it in charge."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from pages.actions.unit_requests.assignment import NotAssignable, assign_request
from pages.actions.unit_requests.moves import move_request
from pages.admin.unit_requests.access import DECIDERS, RequestScreen, seen_with
from pages.admin.unit_requests.forms import AssignForm, ReasonForm
from pages.admin.unit_requests.verbs import verb
from pages.enums import RequestState
from pages.rules.unit_requests import Hand, MoveRefused, needs_reason


class MoveView(RequestScreen, FormView):
    """Asks for the reason where one is due; a refusal is told beside what was typed."""

    form_class = ReasonForm
    template_name = "backend/unit_requests/move.html"
    page_title = gettext_lazy("Mover la solicitud")

    def dispatch(self, request: HttpRequest, pk: int, target: str) -> HttpResponseBase:
        if target not in RequestState.values:
            raise Http404
        self.target = RequestState(target)
        return super().dispatch(request, pk)

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        try:
            move_request(
                request=self.asked,
                to=self.target,
                by=self.request.user,
                reason=form.cleaned_data["reason"],
                at=timezone.now(),
            )
        except MoveRefused as told:
            form.add_error(None, str(told))
            return self.form_invalid(form)
        told = _("%(number)s: «%(state)s».")
        messages.success(self.request, told % {"number": self.asked.number.text, "state": self.asked.status.label})
        return redirect(self._next())

    def _next(self) -> str:
        """To lending the link when the unit is to review; else where the person was."""
        if self.asked.status == RequestState.REVIEW and self.hands_here & {Hand.WORKER}:
            return reverse("solicitudes:link", args=[self.asked.pk])
        asked_for = self.request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(asked_for, allowed_hosts=None)
        return asked_for if safe else self.address

    @property
    def hands_here(self) -> frozenset[Hand]:
        return self.asked.hands_of(self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        given = {"current": self.asked.status, "target": self.target, "hands": self.hands_here}
        return super().get_context_data(
            verb=verb(**given), asks=needs_reason(**given), target=self.target, serious=False, **kwargs
        )


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody in charge."""
    asked = seen_with(request, pk, DECIDERS)
    form = AssignForm(request.POST)
    try:
        if not form.is_valid():
            raise NotAssignable(_("Esa persona no trabaja solicitudes: elija a alguien de la lista."))
        assign_request(request=asked, to=form.cleaned_data["person"], by=request.user, at=timezone.now())
    except NotAssignable as told:
        messages.error(request, str(told))
    else:
        messages.success(request, _("Quedó anotado quién la tiene a cargo."))
    return redirect("solicitudes:inspect", pk)
