"""The feed of changes (its clock, what it tells, items as it last saw them), the items already written, who is told of
changes, and the API's keys.
"""

from headless.models.changes import Change
from headless.models.clock import FeedClock
from headless.models.kept_answers import KeptAnswer
from headless.models.public_items import PublicItem
from headless.models.request_counts import RequestCount
from headless.models.tokens import AccessToken
from headless.models.written import WrittenItem
from headless.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookSubscription

__all__ = [
    "AccessToken",
    "Change",
    "FeedClock",
    "KeptAnswer",
    "PublicItem",
    "RequestCount",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookSubscription",
    "WrittenItem",
]
