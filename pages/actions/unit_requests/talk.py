"""The conversation on a request and the files that go with it."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import User
from pages.actions.unit_requests.mailing import tell_other_side
from pages.enums import RequestSide
from pages.models import UnitRequest, UnitRequestFile, UnitRequestMessage
from pages.rules.unit_requests import Hand


def side_of(request: UnitRequest, by: User | None) -> RequestSide:
    """On whose side a person acts; nobody signed in is the unit at its private link."""
    if by is None or Hand.UNIT in request.hands_of(by):
        return RequestSide.UNIT
    return RequestSide.OFFICE


@transaction.atomic
def say(
    *,
    request: UnitRequest,
    text: str,
    at: datetime,
    by: User | None = None,
    signed: str = "",
    files: Sequence[UploadedFile] = (),
) -> UnitRequestMessage:
    """Add a message, with its files, and tell the other side by mail. Without `by` the unit speaks, as `signed`."""
    side = side_of(request, by)
    message = UnitRequestMessage.objects.create(
        request=request, side=side, author_user=by, signed=signed, text=text, sent_at=at
    )
    keep_files(request=request, files=files, side=side, message=message, at=at)
    log(instance=request, action="pages.unit_request.said", user=by, timestamp=at, data={"signed": signed})
    told = _("%(author)s escribió:\n\n%(text)s") % {"author": message.author, "text": text}
    tell_other_side(request, by_side=side, key=f"message-{message.pk}", text=told, at=at)
    return message


def keep_files(
    *,
    request: UnitRequest,
    files: Sequence[UploadedFile],
    side: RequestSide,
    at: datetime,
    message: UnitRequestMessage | None = None,
) -> None:
    """Keep the files with the request, each under a name that can't be guessed."""
    for file in files:
        UnitRequestFile.objects.create(
            request=request,
            message=message,
            side=side,
            file=file,
            name=(file.name or "archivo")[-150:],
            size=file.size or 0,
            added_at=at,
        )
