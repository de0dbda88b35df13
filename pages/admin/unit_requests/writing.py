"""Filling in a request, and correcting it while the office hasn't taken it on."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pages.actions.unit_requests.receive import NotRewritable, receive_request, rewrite_request
from pages.admin.unit_requests.access import RequestScreen
from pages.admin.unit_requests.forms import BriefForm, initial_of


class AddView(WagtailAdminTemplateMixin, FormView):
    """A new request: of the person's own unit, or of any if they work at the office."""

    form_class = BriefForm
    template_name = "backend/unit_requests/form.html"
    page_title = _("Nueva solicitud")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.has_perm("pages.add_unitrequest"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"user": self.request.user, "today": timezone.localdate()}

    def get_initial(self) -> dict:
        user = self.request.user
        return {"unit": user.unit_id, "contact_name": user.get_full_name(), "contact_email": user.email}

    def form_valid(self, form: BriefForm) -> HttpResponse:
        unit = form.cleaned_data.get("unit", self.request.user.unit)
        if unit is None:
            form.add_error(None, _("Su cuenta no dice de qué unidad es: pida a Administración que la complete."))
            return self.form_invalid(form)
        asked = receive_request(
            unit=unit,
            brief=form.brief(),
            formats=form.cleaned_data["formats"],
            files=form.cleaned_data["files"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, _("Recibimos la solicitud %(number)s.") % {"number": asked.number.text})
        return redirect("solicitudes:inspect", asked.pk)

    def get_breadcrumbs_items(self) -> list[dict]:
        listing = {"url": reverse("solicitudes:index"), "label": _("Solicitudes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(index_url=reverse("solicitudes:index"), **kwargs)


class EditView(RequestScreen, FormView):
    """Correcting what was asked."""

    form_class = BriefForm
    template_name = "backend/unit_requests/form.html"
    page_title = _("Corregir la solicitud")

    def get_form_kwargs(self) -> dict:
        given = {"user": self.request.user, "today": timezone.localdate(), "asked": self.asked}
        return super().get_form_kwargs() | given

    def get_initial(self) -> dict:
        return initial_of(self.asked)

    def form_valid(self, form: BriefForm) -> HttpResponse:
        try:
            rewrite_request(
                request=self.asked,
                brief=form.brief(),
                formats=form.cleaned_data["formats"],
                files=form.cleaned_data["files"],
                by=self.request.user,
                at=timezone.now(),
            )
        except NotRewritable as told:
            form.add_error(None, str(told))
            return self.form_invalid(form)
        messages.success(self.request, _("La solicitud quedó corregida."))
        return redirect(self.address)
