"""Telling the other side of a request by mail, once for each thing that happened."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from institution.actions.mail import send_once
from institution.models import InstitutionSettings
from institution.public_address import public_address
from pages.enums import RequestSide
from pages.models import UnitRequest


def backend_address(request: UnitRequest) -> str:
    """Where the request is seen by whoever has an account."""
    return public_address(reverse("solicitudes:inspect", args=[request.pk]))


def tell_other_side(request: UnitRequest, *, by_side: RequestSide, key: str, text: str, at: datetime) -> None:
    """Queue `text` to the unit's contact if the office acted, else to who has it in charge or to the office."""
    to = request.contact_email if by_side == RequestSide.OFFICE else _office_address(request)
    if to:
        closing = _("Solicitud %(number)s: %(title)s") % {"number": request.number.text, "title": request.title}
        body = f"{text}\n\n{closing}\n{backend_address(request)}"
        send_once(key=f"unit-request-{request.pk}-{key}", to=to, subject=closing, body=body, at=at)


def _office_address(request: UnitRequest) -> str:
    in_charge = request.assigned_to.email if request.assigned_to else ""
    return in_charge or InstitutionSettings.load().email
