"""Receiving what a citizen writes, and erasing it when its time comes."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks import task

from institution.models import InstitutionSettings
from pages.models import ContactMessage

KEPT_FOR = timedelta(days=365)


def receive_message(
    *, name: str, email: str, subject: str, message: str, consent_text: str, at: datetime
) -> ContactMessage:
    """Keep the message for a year and tell the office by mail, from the worker and once it is safely kept."""
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
        transaction.on_commit(lambda: tell_office.enqueue(kept.pk))
    return kept


@task()
def tell_office(message_id: int) -> None:
    """Send the message to the institution's address; answering it answers the citizen."""
    kept = ContactMessage.objects.filter(pk=message_id).first()
    recipient = InstitutionSettings.load().email
    if kept is None or not recipient:
        return
    EmailMessage(
        subject=f"[Portal] {kept.subject}",
        body=f"{kept.name} <{kept.email}> escribió:\n\n{kept.message}",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[recipient],
        reply_to=[kept.email],
    ).send()


def erase_expired(*, at: datetime) -> int:
    """Erase the messages whose retention ended; how many."""
    return ContactMessage.objects.filter(erase_on__lt=at.date()).delete()[0]
