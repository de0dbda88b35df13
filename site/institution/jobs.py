"""What the worker does every minute for this room."""

from datetime import datetime

from django.conf import settings
from django.core.management import call_command

from institution.actions.colours import measure_colours
from institution.actions.mail import erase_old_mail
from institution.actions.mail_delivery import deliver_due
from institution.long_tasks import erase_old_tasks
from institution.recurring import every_minute

KEPT_DAYS = 7


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(deliver_due)
    every_minute(erase_old_mail)
    every_minute(erase_old_tasks)
    every_minute(forget_finished_tasks)
    every_minute(measure_colours)


def forget_finished_tasks(at: datetime) -> None:
    """Forget what the worker finished a week ago: each message and each long task leaves a row."""
    if "django_tasks_db" in settings.TASKS["default"]["BACKEND"]:
        call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
