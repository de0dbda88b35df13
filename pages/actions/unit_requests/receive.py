"""Receiving what a unit asks for, and letting it correct what it asked."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.actions.numbers import issue_number
from institution.models import OrganicUnit, User
from pages.actions.unit_requests.mailing import tell_other_side
from pages.actions.unit_requests.talk import keep_files, side_of
from pages.enums import RequestFormat, RequestState
from pages.models import UnitRequest, UnitRequestFormat, UnitRequestMove

SERIES_CODE = "solicitud-difusion"


class NotRewritable(Exception):
    """The office has taken the request on: what was asked stays as it was agreed."""


@dataclass(frozen=True)
class Brief:
    """What the short form asks."""

    title: str
    what: str
    audience: str
    needed_by: date
    contact_name: str
    contact_email: str
    contact_phone: str = ""
    event_at: datetime | None = None
    event_place: str = ""


@transaction.atomic
def receive_request(
    *,
    unit: OrganicUnit,
    brief: Brief,
    formats: Sequence[RequestFormat],
    by: User,
    at: datetime,
    files: Sequence[UploadedFile] = (),
) -> UnitRequest:
    """Number the request, keep it with its files, and tell the office."""
    number = issue_number(series_code=SERIES_CODE, subject=brief.title, by=by, at=at)
    request = UnitRequest.objects.create(number=number, unit=unit, created_by=by, created_at=at, **asdict(brief))
    _ask_for(request, formats)
    side = side_of(request, by)
    keep_files(request=request, files=files, side=side, at=at)
    UnitRequestMove.objects.create(request=request, to_state=RequestState.RECEIVED, side=side, moved_by=by, moved_at=at)
    log(instance=request, action="wagtail.create", user=by, timestamp=at)
    told = _("%(unit)s pide: %(title)s. Se necesita para el %(day)s.") % {
        "unit": unit.name,
        "title": brief.title,
        "day": brief.needed_by.strftime("%d/%m/%Y"),
    }
    tell_other_side(request, by_side=side, key="received", text=told, at=at)
    return request


@transaction.atomic
def rewrite_request(
    *,
    request: UnitRequest,
    brief: Brief,
    formats: Sequence[RequestFormat],
    by: User,
    at: datetime,
    files: Sequence[UploadedFile] = (),
) -> UnitRequest:
    """Correct what was asked and add files to it. Raises NotRewritable once the office took it on."""
    current = UnitRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if not current.may_be_rewritten_by(by):
        raise NotRewritable(_("La oficina ya tomó esta solicitud: escriba el cambio en la conversación."))
    for name, value in asdict(brief).items():
        setattr(current, name, value)
    current.save(update_fields=list(asdict(brief)))
    current.formats.all().delete()
    _ask_for(current, formats)
    keep_files(request=current, files=files, side=side_of(current, by), at=at)
    log(instance=current, action="wagtail.edit", user=by, timestamp=at)
    return current


def _ask_for(request: UnitRequest, formats: Sequence[RequestFormat]) -> None:
    UnitRequestFormat.objects.bulk_create([UnitRequestFormat(request=request, kind=kind) for kind in formats])
