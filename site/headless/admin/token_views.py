"""Giving a key, changing what it opens, renewing it and taking it back. A secret is on screen once, and never kept."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from headless.actions.tokens import NotRotatable, create_token, revoke_token, rotate_token
from headless.forms import RotateForm
from headless.models import AccessToken

CHANGE = "headless.change_accesstoken"
INSPECT = "claves:inspect"


class TokenCreateView(generic.CreateView):
    """A new key; the answer shows its secret."""

    def form_valid(self, form) -> HttpResponse:
        asked = {name: form.cleaned_data[name] for name in ("name", "owner", "scopes", "requests_per_minute")}
        token, secret = create_token(
            **asked, expires_at=form.cleaned_data["last_day"], by=self.request.user, at=timezone.now()
        )
        return _shown_once(self.request, token, secret)


class TokenEditView(generic.EditView):
    """What was asked when it was given, but for its secret."""

    def save_instance(self) -> AccessToken:
        self.form.instance.expires_at = self.form.cleaned_data["last_day"]
        return super().save_instance()

    def get_success_url(self) -> str:
        return reverse(INSPECT, args=[self.object.pk])

    def get_success_buttons(self) -> list:
        return []


class OfOneKey(WagtailAdminTemplateMixin):
    """A screen that changes one key. Raises PermissionDenied for who may not."""

    header_icon = "key"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.token = get_object_or_404(AccessToken, pk=pk)
        return super().dispatch(request, pk)  # type: ignore[misc]

    def get_page_subtitle(self) -> str:
        return self.token.name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*_trail(self.token), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(token=self.token, index_url=reverse(INSPECT, args=[self.token.pk]), **kwargs)


class RotateView(OfOneKey, FormView):
    """Asks how long the present secret goes on serving, and shows the new one."""

    form_class = RotateForm
    template_name = "backend/rotate_token.html"
    page_title = gettext_lazy("Renovar la clave")

    def form_valid(self, form: RotateForm) -> HttpResponse:
        try:
            secret = rotate_token(token=self.token, grace=form.grace, by=self.request.user, at=timezone.now())
        except NotRotatable as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        self.token.refresh_from_db()
        return _shown_once(self.request, self.token, secret)


class RevokeView(OfOneKey, FormView):
    """Asks, then has the key open nothing."""

    form_class = forms.Form
    template_name = "backend/revoke_token.html"
    page_title = gettext_lazy("Revocar la clave")

    def form_valid(self, form) -> HttpResponse:
        revoke_token(token=self.token, by=self.request.user, at=timezone.now())
        messages.success(self.request, _("La clave «%(name)s» ya no abre nada.") % {"name": self.token.name})
        return redirect(INSPECT, self.token.pk)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(serious=True, **kwargs)


def _shown_once(request: HttpRequest, token: AccessToken, secret: str) -> HttpResponse:
    title = _("La clave, una sola vez")
    context = {
        "token": token,
        "secret": secret,
        "page_title": title,
        "page_subtitle": token.name,
        "header_title": title,
        "header_icon": "key",
        "index_url": reverse(INSPECT, args=[token.pk]),
        "breadcrumbs_items": [*_trail(token), {"url": "", "label": title}],
    }
    response = render(request, "backend/token_secret.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _trail(token: AccessToken) -> list[dict]:
    """The way from the register to the key."""
    return [
        {"url": reverse("claves:index"), "label": _("Claves de la API")},
        {"url": reverse(INSPECT, args=[token.pk]), "label": token.name},
    ]
