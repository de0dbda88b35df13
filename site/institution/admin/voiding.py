"""Voiding an issued number: the reason is asked for, and what it means is said before."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from institution.actions.numbers import AlreadyVoided, void_number
from institution.models import IssuedNumber

VOID = "institution.void_issuednumber"
INDEX = "numeros_modeladmin_index"


class VoidForm(forms.Form):
    reason = forms.CharField(
        label=_("Motivo"), max_length=255, help_text=_("Quedará escrito en el registro, con su nombre y la fecha.")
    )


class VoidNumberView(WagtailAdminTemplateMixin, FormView):
    """Asks for the reason and voids the number. Needs the permission to void."""

    form_class = VoidForm
    template_name = "backend/void_number.html"
    page_title = _("Anular número")
    header_icon = "list-ol"

    def dispatch(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        if not request.user.has_perm(VOID):
            raise PermissionDenied
        self.number = get_object_or_404(IssuedNumber, pk=instance_pk)
        if self.number.voided_at:
            messages.warning(request, _("%(number)s ya estaba anulado.") % {"number": self.number.text})
            return redirect(INDEX)
        return super().dispatch(request, instance_pk)

    def form_valid(self, form: VoidForm) -> HttpResponse:
        try:
            void_number(number=self.number, reason=form.cleaned_data["reason"], by=self.request.user, at=timezone.now())
        except AlreadyVoided as told:
            messages.warning(self.request, str(told))
        else:
            messages.success(self.request, _("%(number)s quedó anulado.") % {"number": self.number.text})
        return redirect(INDEX)

    def get_page_subtitle(self) -> str:
        return self.number.text

    def get_breadcrumbs_items(self) -> list[dict]:
        register = {"url": reverse(INDEX), "label": _("Números emitidos")}
        return [*self.breadcrumbs_items, register, {"url": "", "label": self.page_title, "sublabel": self.number.text}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(number=self.number, index_url=reverse(INDEX), serious=True, **kwargs)
