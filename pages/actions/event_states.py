"""Postponing, cancelling and confirming an event: at once on the page, the feeds and the API, and by mail."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from headless.actions.changes import item_changed
from institution.models import User
from pages.actions.event_mail import tell_change
from pages.actions.occurrences import locked_status, write_occurrences
from pages.enums import EventState
from pages.models import EventPage, EventStatus
from pages.models.event_registrations import RegistrationQuerySet


class NotChangeable(Exception):
    """The event can't change so; the message says why, in Spanish."""


@transaction.atomic
def postpone_event(*, event: EventPage, to: datetime | None, reason: str, by: User, at: datetime) -> EventStatus:
    """Put off the next time of the event until `to`, or until a date to be told when it is None.

    Of an event that repeats only the next time moves; of one with several dates, those to come move by as much.
    Whoever registered is told. Raises NotChangeable for an event that is over, a past `to` or its own date.
    """
    status = _changeable(event, at)
    origin = _origin(event, status, at)
    if to is not None and to <= at:
        raise NotChangeable(_("La nueva fecha ya pasó: elija una por venir."))
    if to is not None and to == origin:
        raise NotChangeable(_("Esa es la fecha que ya tenía: elija otra."))
    return _change(event, status, EventState.POSTPONED, by=by, at=at, reason=reason, origin=origin, to=to)


@transaction.atomic
def cancel_event(*, event: EventPage, reason: str, by: User, at: datetime) -> EventStatus:
    """Say that the event won't take place, and tell whoever registered. Raises NotChangeable."""
    status = _changeable(event, at)
    if status.cancelled:
        raise NotChangeable(_("El evento ya estaba cancelado."))
    return _change(event, status, EventState.CANCELLED, by=by, at=at, reason=reason)


@transaction.atomic
def confirm_event(*, event: EventPage, by: User, at: datetime) -> EventStatus:
    """Say that the event takes place on its own dates after all, and tell whoever registered. Raises NotChangeable."""
    status = locked_status(event, at=at)
    if status.state == EventState.CONFIRMED:
        raise NotChangeable(_("El evento ya estaba confirmado en sus fechas."))
    if not any(each.ends > at for each in event.planned_slots()):
        raise NotChangeable(_("Las fechas propias del evento ya pasaron: postérguelo a una por venir."))
    return _change(event, status, EventState.CONFIRMED, by=by, at=at)


def _changeable(event: EventPage, at: datetime) -> EventStatus:
    status = locked_status(event, at=at)
    if not event.live:
        raise NotChangeable(_("El evento no está publicado: cambie sus fechas en el borrador."))
    if _over(event, status, at):
        raise NotChangeable(_("El evento ya pasó."))
    return status


def _over(event: EventPage, status: EventStatus, at: datetime) -> bool:
    return not status.awaits_date and not any(each.ends > at for each in event.slots(status))


def people_to_tell(*, event: EventPage, postponing: bool, at: datetime) -> int:
    """How many would be told if the event changed now; 0 for one that is over."""
    status = event.standing
    if postponing and _over(event, status, at):
        return 0
    origin = _origin(event, status, at) if postponing else None
    return _concerned(event, origin, status.awaits_date, at).count()


def _concerned(
    event: EventPage, origin: datetime | None, put_off: datetime | None, at: datetime
) -> RegistrationQuerySet:
    """Whose date changes: those moved with `origin` when it is put off, else all those whose date is to come."""
    if origin:
        return event.registrations.moving(origin=origin, repeats=bool(event.repeats)).order_by("pk")
    return event.registrations.to_come(at=at, put_off=put_off).order_by("pk")


def _origin(event: EventPage, status: EventStatus, at: datetime) -> datetime:
    """The start that is put off: the one put off before if it is still to come, else the next."""
    if status.postponed_from and (status.postponed_to is None or status.postponed_to > at):
        return status.postponed_from
    return next(each.original for each in event.slots(status) if each.ends > at)


def _change(
    event: EventPage,
    status: EventStatus,
    state: EventState,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    origin: datetime | None = None,
    to: datetime | None = None,
) -> EventStatus:
    put_off = status.awaits_date
    status.state, status.reason = state, reason.strip()
    status.postponed_from, status.postponed_to = origin, to
    status.save()
    if not write_occurrences(event=event, at=at):
        EventStatus.objects.filter(pk=status.pk).update(sequence=status.sequence + 1, changed_at=at)
    status.refresh_from_db()
    log(instance=event, action=f"pages.event.{state.value}", user=by, timestamp=at, data=_told(status))
    tell_change(people=_concerned(event, origin, put_off, at).select_related("event"), status=status, at=at)
    item_changed(item=event, at=at)
    return status


def _told(status: EventStatus) -> dict[str, Any]:
    to = status.postponed_to
    return {"reason": status.reason, "to": to.isoformat() if to else None, "sequence": status.sequence}
