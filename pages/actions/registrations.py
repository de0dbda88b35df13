"""Registering for a date of an event, cancelling, filling the places that become free, and erasing in time."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from django.db import transaction
from wagtail.log_actions import log

from institution.models import User
from institution.rules.tokens import digest_of
from pages.actions.event_mail import tell_promoted, tell_registered
from pages.actions.occurrences import locked_status
from pages.enums import Attendance, RegistrationState
from pages.models import EventPage, EventRegistration, Occurrence


class RegistrationClosed(Exception):
    """Nobody may register for that date of the event now."""


class NotExpected(Exception):
    """Attendance is noted only of people who hold a place."""


@transaction.atomic
def register_person(
    *, event: EventPage, date: datetime, name: str, email: str, phone: str = "", at: datetime
) -> EventRegistration | None:
    """Give the person a place on a date, or a turn in its waiting list when none is left, and tell them by mail.

    `date` is the date's original start. None when that address is registered for it already: nothing changes and
    nobody is told, so that a stranger learns nothing. Two who want the last place at once wait for each other.
    Raises RegistrationClosed.
    """
    locked_status(event, at=at)
    event = EventPage.objects.get(pk=event.pk)  # as it stands now that nobody else can change it
    coming = event.occurrences.upcoming(at=at).filter(original_start=date)
    if not (event.accepts_registrations(at=at) and coming.exists()):
        raise RegistrationClosed
    address = email.strip().lower()
    if event.registrations.active().filter(original_start=date, email=address).exists():
        return None
    seat, token = next(_free_seats(event, date), None), secrets.token_urlsafe(32)
    registration = EventRegistration.objects.create(
        event=event,
        original_start=date,
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


@transaction.atomic
def send_again(*, event: EventPage, email: str, at: datetime) -> None:
    """Send the confirmation of each date to come that the address is registered for, with a new link to cancel.

    Only the digest of the earlier link was kept, so it can't be sent again: it stops working. An address that isn't
    registered gets nothing, and the caller can't tell.
    """
    for registration in event.registrations.to_come(at=at).filter(email=email.strip().lower()):
        token = secrets.token_urlsafe(32)
        registration.digest = digest_of(token)
        registration.save(update_fields=["digest"])
        tell_registered(registration=registration, token=token, at=at)


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
    """Give the free places of the dates to come to those who wait for them, in their order, and tell them; how many."""
    locked_status(event, at=at)
    waited_for = event.registrations.waiting().order_by().values("original_start")
    coming: list[Occurrence] = list(event.occurrences.upcoming(at=at).filter(original_start__in=waited_for))
    return sum(_fill_date(event, each.original_start, at=at) for each in coming)


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


def _fill_date(event: EventPage, date: datetime, *, at: datetime) -> int:
    promoted = list(
        zip(event.registrations.waiting().filter(original_start=date), _free_seats(event, date), strict=False)
    )
    for waiting, seat in promoted:
        waiting.state, waiting.seat = RegistrationState.CONFIRMED, seat
        waiting.save(update_fields=["state", "seat"])
        tell_promoted(registration=waiting, at=at)
    return len(promoted)


def _free_seats(event: EventPage, date: datetime) -> Iterator[int]:
    """The places of the date that nobody holds, the lowest first; without end when there is no limit."""
    taken = set(event.registrations.confirmed().filter(original_start=date).values_list("seat", flat=True))
    seats = count(1) if event.capacity is None else range(1, event.capacity + 1)
    return (seat for seat in seats if seat not in taken)
