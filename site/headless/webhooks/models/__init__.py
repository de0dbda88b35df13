"""Who is told of changes, what is sent to each, and what came of every attempt."""

from headless.webhooks.models.attempts import WebhookAttempt
from headless.webhooks.models.deliveries import WebhookDelivery
from headless.webhooks.models.subscriptions import WebhookSubscription

__all__ = ["WebhookAttempt", "WebhookDelivery", "WebhookSubscription"]
