"""The pieces that answer a request: started, chosen, seen as the unit sees them, taken off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from pages.actions.unit_requests.products import STARTED, NotStartable, link_product, start_product, unlink_product
from pages.admin.unit_requests.access import OFFICE, RequestScreen, seen, seen_with
from pages.admin.unit_requests.forms import ProductForm
from pages.unit_requests import product_response


@require_POST
def start(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A draft with what the request says; the person goes on in its form."""
    asked = seen_with(request, pk, OFFICE)
    if kind not in STARTED:
        raise Http404
    try:
        piece = start_product(request=asked, model=STARTED[kind], by=request.user, at=timezone.now())
    except NotStartable as told:
        messages.error(request, str(told))
        return redirect("solicitudes:inspect", pk)
    messages.success(request, _("Se creó el borrador y quedó vinculado a %(number)s.") % {"number": asked.number.text})
    return redirect("wagtailadmin_pages:edit", piece.pk)


class ChooseView(RequestScreen, FormView):
    """Linking a piece that exists already."""

    hands = OFFICE
    form_class = ProductForm
    template_name = "backend/unit_requests/choose.html"
    page_title = gettext_lazy("Vincular una pieza")

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: ProductForm) -> HttpResponse:
        link_product(request=self.asked, page=form.cleaned_data["page"], by=self.request.user, at=timezone.now())
        messages.success(self.request, _("La pieza quedó vinculada."))
        return redirect(self.address)


def preview(request: HttpRequest, pk: int, product_pk: int) -> HttpResponse:
    """The piece as it will be read, for whoever may see the request."""
    return product_response(request, get_object_or_404(seen(request, pk).products, pk=product_pk))


@require_POST
def unlink(request: HttpRequest, pk: int, product_pk: int) -> HttpResponse:
    """Take the piece off the request; the piece stays."""
    asked = seen_with(request, pk, OFFICE)
    unlink_product(product=get_object_or_404(asked.products, pk=product_pk), by=request.user, at=timezone.now())
    messages.success(request, _("La pieza ya no figura en la solicitud; sigue en el portal o como borrador."))
    return redirect("solicitudes:inspect", pk)
