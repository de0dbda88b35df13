"""Messages in the queue."""

from datetime import datetime
from itertools import count

from institution.actions.mail import send_once
from institution.models import OutgoingMail

numbers = count(1)


def queued_mail(*, at: datetime, **fields) -> OutgoingMail:
    """A message that waits for delivery, with a key of its own unless told."""
    key = fields.pop("key", f"prueba-{next(numbers)}")
    told = {"to": "vecina@example.test", "subject": "Su consulta", "body": "Ya la recibimos."} | fields
    send_once(key=key, at=at, **told)
    return OutgoingMail.objects.get(key=key)
