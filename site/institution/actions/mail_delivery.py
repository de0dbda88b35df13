"""Delivering the queued mail, one message at a time, from any number of processes at once."""

import logging
import time
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from post_office.connections import connections
from post_office.models import STATUS, Email
from post_office.settings import get_max_retries, get_retry_timedelta

from institution.models import OutgoingMail

logger = logging.getLogger(__name__)
# A slow mail server mustn't keep the worker's other jobs waiting: the rest leaves the next minute.
WORKS_FOR_SECONDS = 30


@task()
def deliver_now() -> None:
    """Deliver what waits, as soon as the worker is free."""
    deliver_due(timezone.now())


def deliver_due(at: datetime) -> int:
    """Deliver what is due, for half a minute at most; how many messages left.

    A message is taken before it is delivered, so two processes never deliver the same one. One that fails is tried
    again as `POST_OFFICE` says (every 15 minutes for 4 hours) and then given up. If the process dies after the mail
    server accepted a message and before that is noted, it leaves again ten minutes later with the same Message-ID.
    """
    until, sent = time.monotonic() + WORKS_FOR_SECONDS, 0
    try:
        while time.monotonic() < until and (email := _take_next(at)):
            sent += _deliver(email, at)
    finally:
        connections.close()
    return sent


def _take_next(at: datetime) -> Email | None:
    while mail := OutgoingMail.objects.due(at).first():
        if mail.take(at=at):
            return mail.email
    return None


def _deliver(email: Email, at: datetime) -> bool:
    try:
        email.dispatch(commit=False, disconnect_after_delivery=False)
    except Exception as failure:
        logger.warning("The message %s was not delivered", email.message_id, exc_info=True)
        connections.close()  # one that broke would fail the next messages too
        _put_off(email, failure, at)
        return False
    _settle(email, STATUS.sent, at)
    return True


@transaction.atomic
def _put_off(email: Email, failure: Exception, at: datetime) -> None:
    """Note the failure, and have the message tried again later or given up."""
    email.logs.create(status=STATUS.failed, message=str(failure), exception_type=type(failure).__name__)
    tries = email.number_of_retries or 0
    if tries >= get_max_retries():
        _settle(email, STATUS.failed, at)
        return
    Email.objects.filter(pk=email.pk).update(
        status=STATUS.requeued, number_of_retries=tries + 1, scheduled_time=at + get_retry_timedelta()
    )


@transaction.atomic
def _settle(email: Email, status: int, at: datetime) -> None:
    Email.objects.filter(pk=email.pk).update(status=status)
    OutgoingMail.objects.filter(email=email).update(settled_at=at)
