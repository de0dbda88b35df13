"""Marking a citizen's message as answered: the answer itself goes by mail."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from institution.models import User
from pages.models import ContactMessage


@transaction.atomic
def mark_answered(*, message: ContactMessage, by: User, at: datetime) -> ContactMessage:
    """Note when the message was answered; marking twice keeps the first instant."""
    if message.answered_at is None:
        message.answered_at = at
        message.save(update_fields=["answered_at"])
        log(instance=message, action="pages.contact.answered", user=by)
    return message
