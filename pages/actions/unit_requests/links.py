"""Lending a request to its unit by a private link, and taking it back."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.actions.mail import send_once
from institution.models import User
from institution.public_address import public_address
from institution.rules.tokens import digest_of
from pages.models import UnitRequest, UnitRequestLink, UnitRequestOpening

LONGEST_DAYS = 30


def address_of(token: str) -> str:
    return public_address(reverse("unit_review", args=[token]))


@transaction.atomic
def create_review_link(
    *, request: UnitRequest, days: int, by: User, at: datetime, by_mail: bool = False
) -> tuple[UnitRequestLink, str]:
    """A new private link that lasts `days` (1 to 30), and its address, which is not kept.

    `by_mail` also sends it to the contact, whose message keeps it until it is erased. Raises ValueError for a
    duration out of bounds.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise ValueError(_("La duración va de 1 a 30 días."))
    token = secrets.token_urlsafe(32)
    link = UnitRequestLink.objects.create(
        request=request,
        digest=digest_of(token),
        created_by=by,
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    log(instance=request, action="pages.unit_request.lend", user=by, timestamp=at)
    if by_mail and request.contact_email:
        _send(link, address_of(token), at)
    return link, address_of(token)


def _send(link: UnitRequestLink, address: str, at: datetime) -> None:
    request = link.request
    subject = _("Para revisar: %(title)s") % {"title": request.title}
    body = _(
        "Ya puede revisar lo que se preparó para la solicitud %(number)s. Abra la dirección, comente y apruebe o "
        "pida cambios; no necesita cuenta. No la reenvíe: quien la tenga puede aprobar.\n\n%(address)s"
    ) % {"number": request.number.text, "address": address}
    send_once(key=f"unit-request-link-{link.pk}", to=request.contact_email, subject=subject, body=body, at=at)


@transaction.atomic
def revoke_review_link(*, link: UnitRequestLink, by: User, at: datetime) -> UnitRequestLink:
    """Make the link open nothing from now on; revoking twice keeps the first instant."""
    if link.revoked_at is None:
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])
        log(instance=link.request, action="pages.unit_request.revoke", user=by, timestamp=at)
    return link


def find_review_link(*, token: str, at: datetime) -> UnitRequestLink | None:
    """The link that the secret opens at `at`; None when it opens nothing."""
    links = UnitRequestLink.objects.usable(at=at).select_related("request__number", "request__unit")
    return links.filter(digest=digest_of(token)).first()


def note_opening(*, link: UnitRequestLink, at: datetime) -> UnitRequestOpening:
    """Log that the link was opened."""
    return UnitRequestOpening.objects.create(link=link, opened_at=at)
