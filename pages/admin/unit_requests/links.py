"""Lending a request to its unit by a private link, and taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from pages.actions.unit_requests.links import create_review_link, revoke_review_link
from pages.admin.unit_requests.access import OFFICE, RequestScreen, seen_with
from pages.admin.unit_requests.forms import LinkForm


class LinkView(RequestScreen, FormView):
    """A small form; its answer shows the address, once."""

    hands = OFFICE
    form_class = LinkForm
    template_name = "backend/unit_requests/link.html"
    page_title = gettext_lazy("Enlace privado")

    def form_valid(self, form: LinkForm) -> HttpResponse:
        link, address = create_review_link(
            request=self.asked, by=self.request.user, at=timezone.now(), **form.cleaned_data
        )
        response = self.render_to_response(self.get_context_data(link=link, address=address))
        response["Cache-Control"] = "no-store"
        return response


@require_POST
def revoke(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Make the link open nothing from now on."""
    asked = seen_with(request, pk, OFFICE)
    revoke_review_link(link=get_object_or_404(asked.links, pk=link_pk), by=request.user, at=timezone.now())
    messages.success(request, _("El enlace ya no abre nada."))
    return redirect("solicitudes:inspect", pk)
