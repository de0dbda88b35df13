"""What the worker does every minute for webhooks."""

from datetime import datetime

from headless.webhooks.actions.deliver import deliver_due
from headless.webhooks.actions.erase_deliveries import erase_old_deliveries
from headless.webhooks.actions.fan_out import fan_out
from institution.recurring import every_minute


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(tell_of_changes)
    every_minute(erase_old_deliveries)


def tell_of_changes(at: datetime) -> int:
    """Queue what changed for each receiver and deliver what is due; how many messages were accepted."""
    fan_out(at)
    return deliver_due(at)
