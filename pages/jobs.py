"""What the worker does every minute for this room."""

from datetime import datetime

from django.core.management import call_command

from institution.recurring import every_minute
from pages.actions.contact import erase_expired


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(publish_due)
    every_minute(erase_old_messages)


def publish_due(at: datetime) -> None:
    """Publish what was scheduled and take down what expired."""
    call_command("publish_scheduled", verbosity=0)


def erase_old_messages(at: datetime) -> None:
    """Erase the citizens' messages whose retention ended."""
    erase_expired(at=at)
