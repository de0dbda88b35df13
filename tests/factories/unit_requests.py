"""Units' requests, received through the real action."""

from datetime import UTC, date, datetime

from institution.enums import Role
from institution.models import OrganicUnit, User
from pages.actions.unit_requests.receive import Brief, receive_request
from pages.enums import RequestFormat, RequestState
from pages.models import UnitRequest
from tests.factories.institution import DocumentSeriesFactory, OrganicUnitFactory
from tests.factories.people import user_with

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
BRIEF = {
    "title": "Vacunación contra la rabia",
    "what": "Vacunaremos a perros y gatos en la plaza, gratis.",
    "audience": "Dueños de mascotas de Aija",
    "needed_by": date(2026, 12, 4),
    "contact_name": "Enlace de ejemplo",
    "contact_email": "enlace@example.test",
}


def unit_person(unit: OrganicUnit | None = None, **fields) -> User:
    """A person who signs in for a unit."""
    person = user_with(Role.UNIT, **fields)
    person.unit = unit or OrganicUnitFactory()
    person.save()
    return person


def asked(
    *, by: User | None = None, at: datetime = NOW, formats=(RequestFormat.NOTE,), files=(), **brief
) -> UnitRequest:
    """A request received from the person's unit, or from a unit of its own."""
    series()
    person = by or unit_person()
    brief = Brief(**BRIEF | brief)
    return receive_request(unit=person.unit, brief=brief, formats=formats, files=files, by=person, at=at)


def asked_in(state: RequestState, *, by: User | None = None, **brief) -> UnitRequest:
    """A request put straight into a state, for what doesn't ask how it came there."""
    request = asked(by=by, **brief)
    request.state = state
    request.concluded_at = NOW if state in (RequestState.PUBLISHED, RequestState.DECLINED) else None
    request.save()
    return request


def series() -> None:
    DocumentSeriesFactory(code="solicitud-difusion", name="Solicitud de difusión", pattern="S-{numero}-{anio}")
