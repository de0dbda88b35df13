"""Writing to the other side."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from pages.actions.unit_requests.talk import say
from pages.admin.unit_requests.access import RequestScreen
from pages.admin.unit_requests.forms import MessageForm


class SayView(RequestScreen, FormView):
    """A message; when something is wrong with it, it is shown again with what was typed."""

    form_class = MessageForm
    template_name = "backend/unit_requests/say.html"
    page_title = gettext_lazy("Escribir")

    def form_valid(self, form: MessageForm) -> HttpResponse:
        say(
            request=self.asked,
            text=form.cleaned_data["text"],
            files=form.cleaned_data["files"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, _("El mensaje quedó en la conversación y se avisó por correo."))
        return redirect(f"{self.address}#conversacion")
