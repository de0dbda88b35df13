"""Registering for an event, cancelling, filling the places that become free, and erasing in time."""

import secrets
from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from institution.models import User
from institution.rules.tokens import digest_of
from pages.actions.event_mail import tell_promoted, tell_registered
from pages.actions.occurrences import locked_status
from pages.enums import Attendance, RegistrationState
from pages.models import EventPage, EventRegistration


class RegistrationClosed(Exception):
    """Nobody may register for the event now."""


class NotExpected(Exception):
    """Attendance is noted only of people who hold a place."""


@transaction.atomic
def register_person(
    *, event: EventPage, name: str, email: str, phone: str = "", at: datetime
) -> EventRegistration | None:
    """Give the person a place, or a turn in the waiting list when none is left, and tell them by mail.

    None when that address is registered already: nothing changes and nobody is told, so that a stranger learns
    nothing. Two who want the last place at once wait for each other. Raises RegistrationClosed.
    """
    locked_status(event, at=at)
    event = EventPage.objects.get(pk=event.pk)  # as it stands now that nobody else can change it
    if not event.accepts_registrations(at=at):
        raise RegistrationClosed
    address = email.strip().lower()
    if event.registrations.active().filter(email=address).exists():
        return None
    seat, token = _free_seat(event), secrets.token_urlsafe(32)
    registration = EventRegistration.objects.create(
        event=event,
        name=name.strip(),
        email=address,
        phone=phone.strip(),
        consent_text=event.registration_consent,
        state=RegistrationState.CONFIRMED if seat else RegistrationState.WAITING,
        seat=seat,
        digest=digest_of(token),
        registered_at=at,
    )
    tell_registered(registration=registration, token=token, at=at)
    return registration


def find_registration(*, token: str) -> EventRegistration | None:
    """The registration that the cancel link is about."""
    return EventRegistration.objects.select_related("event").filter(digest=digest_of(token)).first()


@transaction.atomic
def cancel_registration(*, registration: EventRegistration, at: datetime) -> None:
    """Erase the person's data, free the place and give it to whoever waits first. Doing it twice does nothing."""
    locked_status(registration.event, at=at)
    cancelled = (
        EventRegistration.objects.active()
        .filter(pk=registration.pk)
        .update(
            state=RegistrationState.CANCELLED, seat=None, name="", email="", phone="", attendance="", cancelled_at=at
        )
    )
    if cancelled:
        fill_seats(event=registration.event, at=at)


@transaction.atomic
def fill_seats(*, event: EventPage, at: datetime) -> int:
    """Give the free places to those who wait, in their order, and tell them; how many."""
    locked_status(event, at=at)
    promoted = 0
    for waiting in event.registrations.waiting():
        if (seat := _free_seat(event)) is None:
            break
        waiting.state, waiting.seat = RegistrationState.CONFIRMED, seat
        waiting.save(update_fields=["state", "seat"])
        tell_promoted(registration=waiting, at=at)
        promoted += 1
    return promoted


@transaction.atomic
def mark_attendance(*, registration: EventRegistration, attendance: str, by: User, at: datetime) -> None:
    """Note whether the person came; blank takes the note back. Raises NotExpected for who holds no place."""
    if registration.state != RegistrationState.CONFIRMED:
        raise NotExpected
    registration.attendance = Attendance(attendance).value if attendance else ""
    registration.save(update_fields=["attendance"])
    data = {"registration": registration.pk, "attendance": registration.attendance}
    log(instance=registration.event, action="pages.event.attendance", user=by, timestamp=at, data=data)


def erase_old_registrations(*, at: datetime) -> int:
    """Erase the registrations whose retention ended; how many."""
    return EventRegistration.objects.filter(pk__in=EventRegistration.objects.expired(at=at)).delete()[0]


def _free_seat(event: EventPage) -> int | None:
    """The lowest place that nobody holds; None when all are taken."""
    taken = set(event.registrations.confirmed().values_list("seat", flat=True))
    most = event.capacity or len(taken) + 1
    return next((seat for seat in range(1, most + 1) if seat not in taken), None)
