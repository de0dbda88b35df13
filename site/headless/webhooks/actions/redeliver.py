"""Sending by hand: a trial, what was sent already, and what was given up."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from headless.webhooks.messages import trial
from headless.webhooks.models import WebhookDelivery, WebhookSubscription
from headless.webhooks.waking import wake
from institution.models import User


@transaction.atomic
def send_trial(*, subscription: WebhookSubscription, by: User, at: datetime) -> WebhookDelivery:
    """Have a trial sent in a moment, even to one that is switched off; it is tried once."""
    delivery = trial(to=subscription, at=at)
    delivery.save()
    log(instance=subscription, action="headless.webhook.tried", user=by, timestamp=at)
    wake()
    return delivery


@transaction.atomic
def redeliver(*, delivery: WebhookDelivery, by: User, at: datetime) -> bool:
    """Send a message again, with its identifier, as soon as its turn comes; False for a trial.

    One that waits for its next attempt is tried at once.
    """
    if delivery.is_trial:
        return False
    WebhookDelivery.objects.filter(pk=delivery.pk).again(at=at)
    _note(delivery.subscription, 1, by, at)
    return True


@transaction.atomic
def redeliver_dead(*, subscription: WebhookSubscription, by: User, at: datetime) -> int:
    """Send again all that was given up, in its order; how many."""
    count = subscription.deliveries.dead().filter(sequence__isnull=False).again(at=at)
    if count:
        _note(subscription, count, by, at)
    return count


def _note(subscription: WebhookSubscription, count: int, by: User, at: datetime) -> None:
    log(instance=subscription, action="headless.webhook.redelivered", user=by, timestamp=at, data={"count": count})
    wake()
