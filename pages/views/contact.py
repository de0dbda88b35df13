"""Writing to the municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from institution.client_address import client_address
from pages.actions.contact import receive_message
from pages.forms.contact import ContactForm
from pages.models import ContactPage
from pages.throttle import too_often

LIMIT, WINDOW = 5, 3_600


def contact(request: HttpRequest, *, page: ContactPage) -> HttpResponse:
    """The contact page; a valid message is kept and the reader is sent to the thanks."""
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if too_often(action="contact", address=client_address(request), limit=LIMIT, seconds=WINDOW):
            form.add_error(
                None, _("Recibimos varios mensajes suyos en la última hora. Espere un poco y vuelva a enviarlo.")
            )
        else:
            _keep(form, page)
            return redirect(f"{page.url}?enviado=1")
    context = page.get_context(request) | {"form": form, "sent": request.GET.get("enviado") == "1"}
    return TemplateResponse(request, page.get_template(request), context, status=422 if form.errors else 200)


def _keep(form: ContactForm, page: ContactPage) -> None:
    if form.is_trapped():
        return
    fields = {name: form.cleaned_data[name] for name in ("name", "email", "subject", "message")}
    receive_message(**fields, consent_text=page.consent_text, at=timezone.now())
