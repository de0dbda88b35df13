"""Receiving what a citizen writes, and erasing it when its time comes."""

from datetime import datetime, timedelta

from django.db import transaction

from institution.actions.mail import send_once
from institution.models import InstitutionSettings
from pages.models import ContactMessage

KEPT_FOR = timedelta(days=365)


def receive_message(
    *, name: str, email: str, subject: str, message: str, consent_text: str, at: datetime
) -> ContactMessage:
    """Keep the message for a year and tell the office by mail, which leaves once the message is safely kept."""
    with transaction.atomic():
        kept = ContactMessage.objects.create(
            name=name,
            email=email,
            subject=subject,
            message=message,
            consent_text=consent_text,
            received_at=at,
            erase_on=(at + KEPT_FOR).date(),
        )
        _tell_office(kept, at=at)
    return kept


def _tell_office(kept: ContactMessage, *, at: datetime) -> None:
    """Queue the message to the institution's address, if it has one; answering it answers the citizen."""
    if recipient := InstitutionSettings.load().email:
        send_once(
            key=f"contact-message-{kept.pk}",
            to=recipient,
            subject=f"[Portal] {kept.subject}",
            body=f"{kept.name} <{kept.email}> escribió:\n\n{kept.message}",
            reply_to=kept.email,
            at=at,
        )


def erase_expired(*, at: datetime) -> int:
    """Erase the messages whose retention ended; how many."""
    return ContactMessage.objects.filter(erase_on__lt=at.date()).delete()[0]
