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
    send_again,
)
from pages.enums import RegistrationState
from pages.forms.registration import RegistrationForm, SendAgainForm
from pages.models import EventPage
from pages.reading.events import Choice, choices
from pages.rules.event_words import date_choice_words
from pages.throttle import too_often

LIMIT, WINDOW = 20, 3_600  # a whole school may share one address
ASKS_OF_A_CONTACT = 3
SENT, SENT_AGAIN = "recibida", "reenviada"


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of an event that takes registrations; a valid one gets the same answer whoever registered before."""
    event = _registrable(slug)
    offered = choices(event, at=timezone.now())
    form = RegistrationForm(request.POST or None, dates=[_choice(each) for each in offered])
    if request.method == "POST" and form.is_valid() and _registered(request, event, form):
        return redirect(f"{reverse('register', args=[event.slug])}?{SENT}=1")
    return _shown(request, event, form=form, again=SendAgainForm())


@never_cache
def confirm_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the confirmation again to who lost it; the same answer whether the address is registered or not."""
    event, again = _registrable(slug), SendAgainForm(request.POST)
    if request.method != "POST":  # who reloads a form that was told something, or came back to its address
        return redirect("register", slug=slug)
    if again.is_valid() and _sent_again(request, event, again):
        return redirect(f"{reverse('register', args=[event.slug])}?{SENT_AGAIN}=1")
    offered = [_choice(each) for each in choices(event, at=timezone.now())]
    return _shown(request, event, form=RegistrationForm(dates=offered), again=again)


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


def _registrable(slug: str) -> EventPage:
    return get_object_or_404(EventPage.objects.visible(at=timezone.now()), slug=slug, registration_open=True)


def _choice(each: Choice) -> tuple[str, str]:
    date = each.date
    return each.value, date_choice_words(date.starts_at, date.ends_at, all_day=date.all_day, left=each.free_seats)


def _sent_again(request: HttpRequest, event: EventPage, form: SendAgainForm) -> bool:
    """Whether the person is answered; else the form says why not. An address gets few mails, whoever asks."""
    contact, asker = form.cleaned_data["contact"].strip().lower(), client_address(request)
    if too_often(action="confirm_again", address=asker, limit=LIMIT, seconds=WINDOW) or too_often(
        action="confirm_again_to", address=f"{event.pk}:{contact}", limit=ASKS_OF_A_CONTACT, seconds=WINDOW
    ):
        form.add_error(None, _("Ya lo pidió varias veces en la última hora. Revise también el correo no deseado."))
        return False
    send_again(event=event, email=contact, at=timezone.now())
    return True


def _registered(request: HttpRequest, event: EventPage, form: RegistrationForm) -> bool:
    """Whether the person is to be thanked; else the form says why not."""
    if form.is_trapped():
        return True
    if too_often(action="register", address=client_address(request), limit=LIMIT, seconds=WINDOW):
        form.add_error(None, _("Recibimos varias inscripciones suyas en la última hora. Espere un poco."))
        return False
    fields = {name: form.cleaned_data[name] for name in ("name", "email", "phone")}
    try:
        register_person(event=event, date=form.chosen_date(), **fields, at=timezone.now())
    except RegistrationClosed:
        form.add_error(None, _("La inscripción a esa fecha ya está cerrada."))
        return False
    return True


def _shown(request: HttpRequest, event: EventPage, *, form: RegistrationForm, again: SendAgainForm) -> HttpResponse:
    offered = choices(event, at=timezone.now())
    context = {
        "event": event,
        "form": form,
        "again": again,
        "sent": request.GET.get(SENT) == "1",
        "sent_again": request.GET.get(SENT_AGAIN) == "1",
        "accepts": event.accepts_registrations(at=timezone.now()),
        "only_date": offered[0] if len(offered) == 1 else None,
    }
    status = 422 if form.errors or again.errors else 200
    return TemplateResponse(request, "pages/register.html", context, status=status)
