"""Saying who has a request in charge."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.actions.mail import send_once
from institution.models import User
from pages.actions.unit_requests.mailing import backend_address
from pages.models import UnitRequest
from pages.models.unit_requests import WORK


class NotAssignable(Exception):
    """That person doesn't work on requests."""


@transaction.atomic
def assign_request(*, request: UnitRequest, to: User | None, by: User, at: datetime) -> UnitRequest:
    """Put the person in charge, or nobody, and tell them by mail. Raises NotAssignable."""
    if to is not None and not to.has_perm(WORK):
        raise NotAssignable(_("Esa persona no trabaja solicitudes: elija a alguien de la Oficina de Imagen."))
    request.assigned_to = to
    request.save(update_fields=["assigned_to"])
    name = to.get_username() if to else ""
    log(instance=request, action="pages.unit_request.assign", user=by, data={"to": name}, timestamp=at)
    if to and to.email and to != by:
        _tell(request, to, at)
    return request


def _tell(request: UnitRequest, to: User, at: datetime) -> None:
    subject = _("Le asignaron la solicitud %(number)s: %(title)s") % {
        "number": request.number.text,
        "title": request.title,
    }
    key = f"unit-request-{request.pk}-assigned-{to.pk}-{at.timestamp():.0f}"
    send_once(key=key, to=to.email, subject=subject, body=f"{subject}\n{backend_address(request)}", at=at)
