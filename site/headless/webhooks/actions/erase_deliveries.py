"""Erasing the log of deliveries in time."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from headless.actions.forget_changes import KEPT_FOR as CHANGES_KEPT_FOR
from headless.webhooks.enums import DeliveryState
from headless.webhooks.models import WebhookDelivery

KEPT_FOR = timedelta(days=30)
AT_ONCE = 1_000


def erase_old_deliveries(at: datetime) -> int:
    """Erase what was concluded thirty days ago, with its attempts, and what waits for a receiver that has been off
    longer than changes are kept; how many, a bounded number each time.
    """
    concluded = WebhookDelivery.objects.exclude(state=DeliveryState.WAITING).older_than(at - KEPT_FOR)
    forgotten = WebhookDelivery.objects.waiting().older_than(at - CHANGES_KEPT_FOR)
    return sum(_erase(old) for old in (concluded, forgotten))


def _erase(old: QuerySet[WebhookDelivery]) -> int:
    keys = list(old.order_by().values_list("pk", flat=True)[:AT_ONCE])
    WebhookDelivery.objects.filter(pk__in=keys).delete()
    return len(keys)
