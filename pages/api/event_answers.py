"""An event's row as integrators read it."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from headless.questions import Question
from pages.api.event_schemas import (
    EventDetail,
    EventItem,
    EventStateAnswer,
    OccurrenceAnswer,
    ProducerAnswer,
    RegistrationAnswer,
    VenueAnswer,
)
from pages.api.gathering import gathering
from pages.api.pieces import in_lima, piece_facts, piece_whole
from pages.models import EventPage, EventProducer, Occurrence
from pages.rules.recurrence import rule_text


def write_item(event: EventPage, question: Question) -> EventItem:
    """An event as lists tell it."""
    return EventItem(**_facts(event, question))


def write_detail(event: EventPage, question: Question) -> EventDetail:
    """An event whole."""
    own = {
        "registration": _registration(event, question),
        "producers": [_producer(each) for each in event.producers.all()],
        "contact": event.contact or None,
        "partners": event.partners or None,
        "outcome": event.outcome or None,
    }
    return EventDetail(**_facts(event, question), **piece_whole(event, question), **own)


def _facts(event: EventPage, question: Question) -> dict[str, Any]:
    facts = piece_facts(event, question)
    changed = in_lima(event.standing.changed_at)
    return (
        facts
        | gathering(event, question)
        | {
            "updated_at": max(filter(None, (facts["updated_at"], changed)), default=None),
            "type": "event",
            "kind": event.kind,
            "kind_name": event.get_kind_display(),
            "modality": event.modality,
            "status": _state(event),
            "venue": _venue(event),
            "price": event.price or None,
            "recurrence": _recurrence(event),
            "occurrences": [_occurrence(each) for each in event.occurrences.all() if _asked(each, question)],
            "calendar_url": question.absolute(reverse("event_ics", args=[event.slug])),
        }
    )


def _asked(each: Occurrence, question: Question) -> bool:
    start: datetime | None = question.values["from"]
    end: datetime | None = question.values["to"]
    return (start is None or each.ends_at > start) and (end is None or each.starts_at <= end)


def _occurrence(each: Occurrence) -> OccurrenceAnswer:
    return OccurrenceAnswer(
        starts_at=in_lima(each.starts_at),
        ends_at=in_lima(each.ends_at),
        all_day=each.all_day,
        original_start=in_lima(each.original_start),
        note=each.note or None,
    )


def _state(event: EventPage) -> EventStateAnswer:
    status = event.standing
    return EventStateAnswer(
        state=status.state,
        reason=status.reason or None,
        postponed_from=in_lima(status.postponed_from),
        postponed_to=in_lima(status.postponed_to),
        sequence=status.sequence,
    )


def _venue(event: EventPage) -> VenueAnswer:
    sound = event.latitude is not None and event.longitude is not None and not event.coordinate_warning
    return VenueAnswer(
        name=event.place_name or None,
        address=event.address or None,
        latitude=float(event.latitude) if sound else None,
        longitude=float(event.longitude) if sound else None,
        virtual_url=event.virtual_url or None,
    )


def _recurrence(event: EventPage) -> str | None:
    rule, typed = event.recurrence, event.typed_slots()
    return rule_text(rule, all_day=typed[0].all_day) if rule and typed else None


def _registration(event: EventPage, question: Question) -> RegistrationAnswer | None:
    if not event.registration_open:
        return None
    return RegistrationAnswer(
        url=question.absolute(reverse("register", args=[event.slug])),
        open=event.accepts_registrations(at=question.at),
        opens_at=in_lima(event.registration_opens_at),
        closes_at=in_lima(event.registration_closes_at),
        capacity=event.capacity,
    )


def _producer(each: EventProducer) -> ProducerAnswer:
    return ProducerAnswer(
        name=each.name,
        product=each.product,
        locality=each.locality or None,
        contact=each.contact if each.contact and each.contact_consent else None,
    )
