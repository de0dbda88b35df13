"""What is done by hand with a webhook and with what it sends."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from headless.webhooks.actions.redeliver import redeliver, redeliver_dead, send_trial
from headless.webhooks.actions.switch import switch_off, switch_on
from headless.webhooks.enums import SwitchedOff
from headless.webhooks.forms import CATCH_UP, SwitchOnForm
from headless.webhooks.models import WebhookDelivery, WebhookSubscription
from institution.admin.screens import Screen

CHANGE = "headless.change_webhooksubscription"
REDELIVER = "headless.redeliver_webhookdelivery"
INSPECT = "webhooks:inspect"

View = Callable[..., HttpResponse]


def needs(permission: str) -> Callable[[View], View]:
    """Only for who has the permission. The view raises PermissionDenied for others."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return answer

    return guarded


@require_POST
@needs(CHANGE)
def send_a_trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a trial sent, and show what becomes of it."""
    delivery = send_trial(subscription=_webhook(pk), by=request.user, at=timezone.now())
    messages.success(request, _("La prueba sale en unos segundos: aquí verá qué respondió el receptor."))
    return redirect("entregas:inspect", delivery.pk)


@require_POST
@needs(CHANGE)
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it nothing until it is switched on again."""
    if switch_off(subscription=_webhook(pk), reason=SwitchedOff.BY_HAND, by=request.user, at=timezone.now()):
        messages.success(request, _("No se le envía nada más. Lo que espera y lo que cambie se le guarda."))
    else:
        messages.warning(request, _("Ya estaba suspendido."))
    return redirect(INSPECT, pk)


@require_POST
@needs(REDELIVER)
def send_the_dead(request: HttpRequest, pk: int) -> HttpResponse:
    """Send again all that a receiver never got."""
    count = redeliver_dead(subscription=_webhook(pk), by=request.user, at=timezone.now())
    told = ngettext("%(count)s entrega vuelve a la cola.", "%(count)s entregas vuelven a la cola, en su orden.", count)
    messages.success(request, told % {"count": count})
    return redirect(INSPECT, pk)


@require_POST
@needs(REDELIVER)
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one message again."""
    delivery = get_object_or_404(WebhookDelivery.objects.select_related("subscription"), pk=pk)
    if redeliver(delivery=delivery, by=request.user, at=timezone.now()):
        messages.success(request, _("Vuelve a la cola, con el mismo identificador."))
    else:
        messages.warning(request, _("Una prueba no se repite: envíe otra desde el webhook."))
    return redirect("entregas:inspect", pk)


class SwitchOnView(Screen, FormView):
    """Asks what becomes of what changed meanwhile, and switches it on. Needs the permission to change it."""

    form_class = SwitchOnForm
    template_name = "backend/webhooks/switch_on.html"
    page_title = gettext_lazy("Reactivar el webhook")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.webhook = _webhook(pk)
        return super().dispatch(request, pk)

    def form_valid(self, form: SwitchOnForm) -> HttpResponse:
        catch_up = form.cleaned_data["since"] == CATCH_UP
        if switch_on(subscription=self.webhook, catch_up=catch_up, by=self.request.user, at=timezone.now()):
            messages.success(self.request, _("Quedó activo: en unos segundos empieza a recibir."))
        else:
            messages.warning(self.request, _("Ya estaba activo."))
        return redirect(INSPECT, self.webhook.pk)

    def get_page_subtitle(self) -> str:
        return self.webhook.description

    def came_from(self) -> dict:
        return {"url": reverse(INSPECT, args=[self.webhook.pk]), "label": _("Webhook")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(webhook=self.webhook, index_url=self.came_from()["url"], **kwargs)


def _webhook(pk: int) -> WebhookSubscription:
    return get_object_or_404(WebhookSubscription, pk=pk)
