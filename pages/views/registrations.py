"""Registering for an event and cancelling, without scripts and without telling anybody who else registered."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from institution.client_address import client_address
from pages.actions.registrations import (
    RegistrationClosed,
    cancel_registration,
    find_registration,
    register_person,
)
from pages.enums import RegistrationState
from pages.forms.registration import RegistrationForm
from pages.models import EventPage
from pages.reading.events import free_seats
from pages.throttle import too_often

LIMIT, WINDOW = 20, 3_600  # a whole school may share one address
SENT = "recibida"


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of an event that takes registrations; a valid one gets the same answer whoever registered before."""
    event = get_object_or_404(EventPage.objects.visible(at=timezone.now()), slug=slug, registration_open=True)
    form = RegistrationForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _registered(request, event, form):
        return redirect(f"{reverse('register', args=[event.slug])}?{SENT}=1")
    return _shown(request, event, form)


@never_cache
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Ask before cancelling; mail programs that follow links cancel nothing."""
    registration = find_registration(token=token)
    if registration is None:
        raise Http404(_("Este enlace no corresponde a ninguna inscripción: quizá sus datos ya se borraron."))
    if request.method == "POST":
        cancel_registration(registration=registration, at=timezone.now())
        return redirect("cancel_registration", token=token)
    cancelled = registration.state == RegistrationState.CANCELLED
    context = {"event": registration.event, "cancelled": cancelled}
    response = TemplateResponse(request, "pages/cancel_registration.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


def _registered(request: HttpRequest, event: EventPage, form: RegistrationForm) -> bool:
    """Whether the person is to be thanked; else the form says why not."""
    if form.is_trapped():
        return True
    if too_often(action="register", address=client_address(request), limit=LIMIT, seconds=WINDOW):
        form.add_error(None, _("Recibimos varias inscripciones suyas en la última hora. Espere un poco."))
        return False
    fields = {name: form.cleaned_data[name] for name in ("name", "email", "phone")}
    try:
        register_person(event=event, **fields, at=timezone.now())
    except RegistrationClosed:
        form.add_error(None, _("La inscripción a este evento ya está cerrada."))
        return False
    return True


def _shown(request: HttpRequest, event: EventPage, form: RegistrationForm) -> HttpResponse:
    context = {
        "event": event,
        "form": form,
        "sent": request.GET.get(SENT) == "1",
        "accepts": event.accepts_registrations(at=timezone.now()),
        "free_seats": free_seats(event),
    }
    return TemplateResponse(request, "pages/register.html", context, status=422 if form.errors else 200)
