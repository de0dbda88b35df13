"""An event as integrators read it."""

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer
from pages.api.schemas import GatheredItem, PieceDetail


class OccurrenceAnswer(Answer):
    starts_at: datetime = Field(examples=["2026-12-05T09:00:00-05:00"])
    ends_at: datetime = Field(description="No incluido.", examples=["2026-12-05T13:00:00-05:00"])
    all_day: bool
    original_start: datetime = Field(description="Cuándo debía empezar; si difiere de «starts_at», se movió.")
    note: str | None


class EventStateAnswer(Answer):
    state: Literal["confirmed", "postponed", "cancelled"]
    reason: str | None
    postponed_from: datetime | None = Field(description="Cuándo debía empezar lo que se postergó.")
    postponed_to: datetime | None = Field(description="Su nueva fecha; nula mientras no se anuncia.")
    sequence: int = Field(description="Crece con cada cambio de fechas o de estado (SEQUENCE de iCalendar).")


class VenueAnswer(Answer):
    name: str | None
    address: str | None
    latitude: float | None
    longitude: float | None
    virtual_url: str | None


class RegistrationAnswer(Answer):
    url: str
    open: bool = Field(description="Si alguien puede inscribirse en este momento.")
    opens_at: datetime | None
    closes_at: datetime | None
    capacity: int | None = Field(description="Vacantes de cada fecha; nulo: sin límite.")


class ProducerAnswer(Answer):
    name: str
    product: str
    locality: str | None
    contact: str | None = Field(description="Solo si autorizó publicarlo.")


class EventItem(GatheredItem):
    """An event."""

    about: ClassVar[str] = "Un evento, con sus fechas."
    type: Literal["event"]
    kind: str = Field(examples=["fair"])
    kind_name: str = Field(examples=["Feria"])
    modality: Literal["in_person", "virtual", "hybrid"]
    status: EventStateAnswer
    venue: VenueAnswer
    price: str | None = Field(description="Nulo: es gratuito.")
    recurrence: str | None = Field(description="RRULE de la primera fecha.", examples=["FREQ=WEEKLY;COUNT=8;BYDAY=SA"])
    occurrences: list[OccurrenceAnswer] = Field(description="Todas, o las que caen entre «from» y «to».")
    calendar_url: str = Field(description="El evento en iCalendar.")


class EventDetail(EventItem, PieceDetail):
    """A whole event."""

    about: ClassVar[str] = "Un evento completo."
    registration: RegistrationAnswer | None
    producers: list[ProducerAnswer]
    contact: str | None
    partners: str | None
    outcome: str | None = Field(description="Qué pasó, para eventos ya realizados.")
