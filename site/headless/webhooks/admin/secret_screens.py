"""The secret of a webhook on screen: never in a list, never kept by a cache, and who saw it is written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST

from headless.webhooks.actions.secrets import rotate_secret, show_secret
from headless.webhooks.admin.acts import CHANGE, INSPECT, needs
from headless.webhooks.models import WebhookSubscription


@require_POST
@needs(CHANGE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The secret, for who keeps the webhook."""
    webhook = get_object_or_404(WebhookSubscription, pk=pk)
    return _with_secret(request, webhook, show_secret(subscription=webhook, by=request.user, at=timezone.now()))


@method_decorator(needs(CHANGE), name="dispatch")
class RotateView(View):
    """Says what it means to change the secret; changes it and shows the new one."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        webhook = get_object_or_404(WebhookSubscription, pk=pk)
        return render(request, "backend/webhooks/rotate.html", _context(webhook, _("Cambiar el secreto")))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        webhook = get_object_or_404(WebhookSubscription, pk=pk)
        secret = rotate_secret(subscription=webhook, by=request.user, at=timezone.now())
        webhook.refresh_from_db()
        return _with_secret(request, webhook, secret)


def _with_secret(request: HttpRequest, webhook: WebhookSubscription, secret: str) -> HttpResponse:
    both_sign = len(webhook.seeds(timezone.now())) > 1
    context = _context(webhook, _("Secreto del webhook")) | {"secret": secret, "both_sign": both_sign}
    response = render(request, "backend/webhooks/secret.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _context(webhook: WebhookSubscription, title: str) -> dict:
    address = reverse(INSPECT, args=[webhook.pk])
    trail = [
        {"url": reverse("webhooks:index"), "label": _("Webhooks")},
        {"url": address, "label": webhook.description},
        {"url": "", "label": title},
    ]
    return {
        "webhook": webhook,
        "index_url": address,
        "page_title": title,
        "header_title": title,
        "header_icon": "key",
        "breadcrumbs_items": trail,
    }
