"""The secret of a webhook: shown to who may, and changed without a gap."""

from datetime import datetime, timedelta

from django.db import transaction
from wagtail.log_actions import log

from headless.webhooks.models import WebhookSubscription
from headless.webhooks.signatures import new_seed, secret_of
from institution.models import User

BOTH_FOR = timedelta(days=7)


@transaction.atomic
def show_secret(*, subscription: WebhookSubscription, by: User, at: datetime) -> str:
    """The secret, and a note of who saw it."""
    log(instance=subscription, action="headless.webhook.secret_shown", user=by, timestamp=at)
    return secret_of(subscription.seed)


@transaction.atomic
def rotate_secret(*, subscription: WebhookSubscription, by: User, at: datetime) -> str:
    """Give it a new secret, which is returned; for a week every message is signed with the former one too.

    If it had another one before that, it ceases at once.
    """
    current = WebhookSubscription.objects.select_for_update().get(pk=subscription.pk)
    current.old_seed, current.old_until, current.seed = current.seed, at + BOTH_FOR, new_seed()
    current.save(update_fields=["seed", "old_seed", "old_until"])
    log(instance=current, action="headless.webhook.rotated", user=by, timestamp=at)
    return secret_of(current.seed)
