"""What this room hangs on Wagtail's hooks."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from headless import log_actions  # noqa: F401 - importing it registers its hooks
from headless.admin import preview  # noqa: F401 - and its
from headless.admin.tokens import Tokens
from headless.webhooks.admin import log_actions as webhook_log_actions  # noqa: F401 - likewise
from headless.webhooks.admin.deliveries import WebhookDeliveries
from headless.webhooks.admin.subscriptions import Webhooks


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ModelViewSet]:
    """The registers of this room."""
    return [Tokens(), Webhooks(), WebhookDeliveries()]
