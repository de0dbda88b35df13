"""Queuing mail. It leaves from the worker, after the caller's transaction, and never from inside a request."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.files import File
from django.core.validators import validate_email
from django.db import transaction
from post_office.models import STATUS, Attachment, Email
from post_office.utils import create_attachments
from wagtail.log_actions import log

from institution.actions.mail_delivery import deliver_now
from institution.models import OutgoingMail, User

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def send_once(
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    at: datetime,
    reply_to: str = "",
    attachments: Mapping[str, bytes] | None = None,
) -> bool:
    """Queue a message to one recipient; whether it was queued, False when its key was queued before.

    `key` says what the message is (`accreditation-45-granted`), at most 200 characters, and names no person: it
    outlives the message. The message belongs to the caller's transaction: if that rolls back, so does the message.
    `attachments` are contents by file name. Raises ValidationError for a `to` or `reply_to` that is no address.
    """
    validate_email(to)
    if reply_to:
        validate_email(reply_to)
    mail, new = OutgoingMail.objects.get_or_create(key=key, defaults={"created_at": at})
    if new:
        email = _message(key=key, to=to, subject=subject, body=body, reply_to=reply_to)
        email.attachments.add(*_files(attachments or {}))
        OutgoingMail.objects.filter(pk=mail.pk).update(email=email)
        _leave_soon()
    return new


@transaction.atomic
def retry_mail(*, mail: OutgoingMail, by: User, at: datetime) -> bool:
    """Queue a message that failed again, with as many tries as a new one; False if it isn't failed (any more)."""
    failed = Email.objects.filter(pk=mail.email_id, status=STATUS.failed)
    if not failed.update(status=STATUS.queued, number_of_retries=0, scheduled_time=None):
        return False
    OutgoingMail.objects.filter(pk=mail.pk).update(settled_at=None)
    log(instance=mail, action="institution.mail.retried", user=by, timestamp=at)
    _leave_soon()
    return True


@transaction.atomic
def erase_old_mail(at: datetime) -> int:
    """Erase the text, the recipient and the files of what was sent or given up thirty days ago; how many messages."""
    old = list(OutgoingMail.objects.concluded_before(at - KEPT_FOR).values_list("email", flat=True))
    for attachment in Attachment.objects.filter(emails__in=old):
        attachment.file.delete(save=False)
        attachment.delete()
    Email.objects.filter(pk__in=old).delete()
    return len(old)


def _message(*, key: str, to: str, subject: str, body: str, reply_to: str) -> Email:
    # Post Office's own `send` would take what citizens write for a Django template and run it.
    return Email.objects.create(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        cc=[],
        bcc=[],
        subject=" ".join(subject.split()),
        message=body,
        status=STATUS.queued,
        message_id=message_id(key),
        headers={"Reply-To": reply_to} if reply_to else {},
    )


def message_id(key: str) -> str:
    """The Message-ID of the key: the same at each try, so that mailboxes show a repeated delivery once (RFC 5322)."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >")
    return f"<{sha256(key.encode()).hexdigest()[:32]}@{domain}>"


def _files(contents: Mapping[str, bytes]) -> list[Attachment]:
    return create_attachments({name: File(BytesIO(content), name=name) for name, content in contents.items()})


def _leave_soon() -> None:
    """Wake the worker once all is kept; if that fails, the message leaves within the minute all the same."""
    transaction.on_commit(lambda: deliver_now.enqueue(), robust=True)
