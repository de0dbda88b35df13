"""What the worker does every minute for this room."""

from datetime import datetime

from django.core.management import call_command

from institution.recurring import every_minute
from pages.actions.check_links import check_weekly
from pages.actions.contact import erase_expired
from pages.actions.guidance_opinions import erase_comments
from pages.actions.photo_uploads import erase_stale_uploads
from pages.actions.publicity_reminders import remind_reports
from pages.actions.registrations import erase_old_registrations
from pages.actions.reviews import remind_reviews
from pages.actions.unit_requests.erase import erase_old_contacts
from pages.actions.work_imports import erase_forgotten_imports
from pages.actions.work_reports import erase_old_reports


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(publish_due)
    every_minute(check_links_weekly)
    every_minute(erase_old_messages)
    every_minute(erase_comments)
    every_minute(erase_reports_of_works)
    every_minute(erase_undecided_imports)
    every_minute(erase_request_contacts)
    every_minute(erase_past_registrations)
    every_minute(erase_stale_uploads)
    every_minute(remind_reports)
    every_minute(remind_reviews)


def publish_due(at: datetime) -> None:
    """Publish what was scheduled and take down what expired."""
    call_command("publish_scheduled", verbosity=0)


def check_links_weekly(at: datetime) -> None:
    """Check the links of what is published once a week."""
    check_weekly(at=at)


def erase_old_messages(at: datetime) -> None:
    """Erase the citizens' messages whose retention ended."""
    erase_expired(at=at)


def erase_reports_of_works(at: datetime) -> None:
    """Erase the problems that citizens reported once their retention ended."""
    erase_old_reports(at=at)


def erase_undecided_imports(at: datetime) -> None:
    """Erase the spreadsheets of works that nobody decided to bring in."""
    erase_forgotten_imports(at=at)


def erase_request_contacts(at: datetime) -> None:
    """Erase the contacts of the units' requests whose retention ended."""
    erase_old_contacts(at=at)


def erase_past_registrations(at: datetime) -> None:
    """Erase who registered for events that ended as many days ago as each says."""
    erase_old_registrations(at=at)
