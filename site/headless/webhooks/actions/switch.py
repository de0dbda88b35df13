"""Switching a webhook off, by hand or because its receiver fails, and on again."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from headless.models.clock import FeedClock
from headless.webhooks.actions.tell_owner import tell_of_end
from headless.webhooks.enums import SwitchedOff
from headless.webhooks.models import WebhookSubscription
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
        tell_of_end(subscription=subscription, reason=reason, at=at)
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
