"""An event in the words of schema.org (https://developers.google.com/search/docs/appearance/structured-data/event)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest

from institution.models import InstitutionSettings
from institution.rules.lima import LIMA
from pages.cuts import renditions
from pages.enums import EventModality, EventState
from pages.linked_data.notes import COUNTRY, filled
from pages.models import EventPage, EventStatus, Occurrence

ATTENDANCE = {
    EventModality.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    EventModality.VIRTUAL: "https://schema.org/OnlineEventAttendanceMode",
    EventModality.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


def event_data(
    event: EventPage, times: Sequence[Occurrence], institution: InstitutionSettings, request: HttpRequest
) -> list[dict[str, Any]]:
    """One Event for each time, with how it stands."""
    shared = _shared(event, institution, request)
    return [shared | _time(event, event.standing, each) for each in times]


def status_address(event: EventPage, status: EventStatus, original: datetime, *, moved: bool) -> str:
    """The eventStatus of one time: rescheduled when it has a new date, postponed while it has none."""
    if status.state == EventState.CANCELLED:
        return "https://schema.org/EventCancelled"
    if moved:
        return "https://schema.org/EventRescheduled"
    put_off = status.postponed and not status.postponed_to and status.covers(original, repeats=bool(event.repeats))
    return f"https://schema.org/{'EventPostponed' if put_off else 'EventScheduled'}"


def _shared(event: EventPage, institution: InstitutionSettings, request: HttpRequest) -> dict[str, Any]:
    return filled({
        "@type": "Event",
        "name": event.title,
        "description": event.search_description or event.summary,
        "url": request.build_absolute_uri(event.get_url(request)),
        "image": [request.build_absolute_uri(cut.url) for cut in renditions(event.lead_photo, "shapes").values()],
        "eventAttendanceMode": ATTENDANCE[EventModality(event.modality)],
        "location": _locations(event),
        "organizer": {
            "@type": "GovernmentOrganization",
            "name": event.unit.name if event.unit else institution.name,
            "url": request.build_absolute_uri("/"),
        },
        "isAccessibleForFree": not event.price,
        "maximumAttendeeCapacity": event.capacity,
        "inLanguage": "es-PE",
    })  # fmt: skip


def _time(event: EventPage, status: EventStatus, time: Occurrence) -> dict[str, Any]:
    told = {
        "startDate": _when(time.starts_at, time),
        "endDate": _when(time.ends_at - timedelta(microseconds=1) if time.all_day else time.ends_at, time),
        "eventStatus": status_address(event, status, time.original_start, moved=time.moved),
    }
    return told | ({"previousStartDate": _when(time.original_start, time)} if time.moved else {})


def _when(instant: datetime, time: Occurrence) -> str:
    local = instant.astimezone(LIMA)
    return local.date().isoformat() if time.all_day else local.isoformat()


def _locations(event: EventPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if event.modality != EventModality.VIRTUAL and event.place_words:
        found.append(_place(event))
    if event.modality != EventModality.IN_PERSON and event.virtual_url:
        found.append({"@type": "VirtualLocation", "url": event.virtual_url})
    return found


def _place(event: EventPage) -> dict[str, Any]:
    town = event.district.name if event.district else event.locality
    address = {"@type": "PostalAddress", "streetAddress": event.address, "addressLocality": town}
    place = {
        "@type": "Place",
        "name": event.place_name or event.place_words,
        "address": filled({**address, "addressRegion": "Áncash", "addressCountry": COUNTRY}),
    }
    if event.latitude is not None and event.longitude is not None and not event.coordinate_warning:
        point = {"latitude": float(event.latitude), "longitude": float(event.longitude)}
        place["geo"] = {"@type": "GeoCoordinates", **point}
    return place
