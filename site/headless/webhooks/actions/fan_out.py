"""Handing out what changed: a delivery for each subscription that asked for it."""

from datetime import datetime

from django.db import transaction

from headless.models.changes import Change
from headless.webhooks.messages import telling
from headless.webhooks.models import WebhookDelivery, WebhookSubscription

AT_ONCE = 500


def fan_out(at: datetime) -> int:
    """Queue what follows each subscription's place; how many deliveries. Safe to repeat, and from several processes.

    A bounded number of changes each time: what is left follows when this is next called.
    """
    last = Change.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    behind = list(WebhookSubscription.objects.behind(last).values_list("pk", flat=True))
    return sum(_hand_out(subscription, at) for subscription in behind)


@transaction.atomic
def _hand_out(pk: int, at: datetime) -> int:
    """Changes are committed in the order of their numbers, so one query sees no number without the smaller ones."""
    subscription = WebhookSubscription.objects.select_for_update().filter(pk=pk, off_reason="").first()
    if subscription is None:
        return 0
    changes = list(Change.objects.filter(sequence__gt=subscription.place).order_by("sequence")[:AT_ONCE])
    if not changes:
        return 0
    asked = [each for each in changes if subscription.wants(kind=each.kind, type=each.type)]
    WebhookDelivery.objects.bulk_create(
        (telling(change, to=subscription, at=at) for change in asked), ignore_conflicts=True
    )
    WebhookSubscription.objects.filter(pk=pk).update(place=changes[-1].sequence)
    return len(asked)
