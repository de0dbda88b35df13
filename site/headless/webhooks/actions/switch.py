"""Switching a webhook off, by hand or because its receiver fails, and on again; and telling its owner."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from headless.models.clock import FeedClock
from headless.webhooks.enums import SwitchedOff
from headless.webhooks.models import WebhookSubscription
from institution.actions.mail import send_once
from institution.models import User


@transaction.atomic
def switch_off(*, subscription: WebhookSubscription, reason: SwitchedOff, by: User | None, at: datetime) -> bool:
    """Send nothing more to it; what waits stays, and what changes meanwhile is kept for it. False if it was off.

    Its owner is told by mail, unless a person did it.
    """
    enabled = WebhookSubscription.objects.enabled().filter(pk=subscription.pk)
    if not enabled.update(off_reason=reason, off_at=at):
        return False
    log(instance=subscription, action="headless.webhook.off", user=by, timestamp=at, data={"reason": str(reason.label)})
    if by is None:
        _tell_owner(subscription, f"off-{_moment(at)}", _("El webhook «%s» quedó suspendido"), _off_text(reason), at)
    return True


@transaction.atomic
def switch_on(*, subscription: WebhookSubscription, catch_up: bool, by: User, at: datetime) -> bool:
    """Send to it again; False if it was on. Everything that waits has three days anew.

    `catch_up`: also what changed while it was off, as far as the feed still keeps it; otherwise only what changes from
    now on, and what waited is forgotten.
    """
    off = WebhookSubscription.objects.select_for_update().exclude(off_reason="").filter(pk=subscription.pk)
    if not off.update(off_reason="", off_at=None, failing_since=None):
        return False
    waiting = subscription.deliveries.waiting()
    if catch_up:
        waiting.again(at=at)
    else:
        waiting.delete()
        WebhookSubscription.objects.filter(pk=subscription.pk).update(place=FeedClock.objects.read().last)
    log(instance=subscription, action="headless.webhook.on", user=by, timestamp=at, data={"catch_up": catch_up})
    return True


def warn_owner(*, subscription: WebhookSubscription, at: datetime) -> None:
    """Tell its owner, once for each time that it begins to fail, that its receiver accepts nothing."""
    since = subscription.failing_since or at
    text = _(
        "Desde el %(since)s el receptor no acepta ninguno de nuestros avisos. Seguimos intentándolo: nada se pierde. "
        "Si llega a tres días, dejaremos de enviarle."
    ) % {"since": _written(since)}
    _tell_owner(subscription, f"failing-{_moment(since)}", _("El webhook «%s» no recibe nuestros avisos"), text, at)


def _off_text(reason: SwitchedOff) -> str:
    return _(
        "Dejamos de enviarle avisos: %(reason)s. Lo que esperaba se conserva. Cuando el receptor vuelva a funcionar, "
        "pida a la municipalidad que lo reactive: podrá recibir también lo que cambió entretanto."
    ) % {"reason": reason.label}


def _tell_owner(subscription: WebhookSubscription, what: str, subject: str, text: str, at: datetime) -> None:
    screen = settings.PUBLIC_URL.rstrip("/") + reverse("webhooks:inspect", args=[subscription.pk])
    address = _("Dirección del receptor: %s") % subscription.host
    record = _("Registro de entregas, para quien tiene cuenta: %s") % screen
    send_once(
        key=f"webhook-{subscription.pk}-{what}",
        to=subscription.owner_email,
        subject=subject % subscription.description,
        body="\n\n".join([text, address, record]),
        at=at,
    )


def _moment(at: datetime) -> str:
    return str(int(at.timestamp()))


def _written(at: datetime) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
