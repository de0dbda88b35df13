"""Waking the worker when there is something to tell, instead of waiting for its minute."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.models import WebhookSubscription


@task()
def tell_receivers() -> None:
    """Hand out what changed and deliver what is due, as soon as the worker is free."""
    tell_of_changes(timezone.now())


def wake() -> None:
    """Have the worker tell receivers once all is kept; if that fails, they are told within the minute all the same."""
    transaction.on_commit(lambda: tell_receivers.enqueue(), robust=True)


def wake_if_anybody_listens() -> None:
    """`wake`, unless no webhook would be told."""
    if WebhookSubscription.objects.enabled().exists():
        wake()
