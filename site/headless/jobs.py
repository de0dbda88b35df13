"""What the worker does every minute for this room."""

from headless.actions.changes import append_due
from headless.actions.forget_changes import forget_old_changes
from headless.actions.kept_answers import forget_old_answers
from headless.actions.request_counts import forget_old_counts
from headless.actions.sync_changes import sync_hourly
from headless.webhooks import jobs as webhooks
from institution.recurring import every_minute


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(append_due)
    every_minute(forget_old_changes)
    every_minute(sync_hourly)
    every_minute(forget_old_answers)
    every_minute(forget_old_counts)
    webhooks.register()
