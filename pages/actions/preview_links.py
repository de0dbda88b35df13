"""Lending an embargoed note to a journalist, and taking it back."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import User
from institution.rules.tokens import digest_of
from pages.models import NewsPage, PreviewLink, PreviewOpening

LONGEST_HOURS = 168


class NotLendable(Exception):
    """Only a note that was published under embargo can be lent: nobody else has approved its text."""


@transaction.atomic
def create_link(*, page: NewsPage, recipient: str, hours: int, by: User, at: datetime) -> tuple[PreviewLink, str]:
    """A new link for one recipient that lasts `hours` (1 to 168), and its secret, which is not kept.

    Raises NotLendable when the note isn't published, ValueError for a duration out of bounds.
    """
    if not page.live:
        raise NotLendable(_("Publique la nota con embargo antes de compartirla: así se comparte el texto aprobado."))
    if not 1 <= hours <= LONGEST_HOURS:
        raise ValueError(_("La duración va de 1 a 168 horas."))
    token = secrets.token_urlsafe(32)
    link = PreviewLink.objects.create(
        page=page,
        recipient=recipient,
        digest=digest_of(token),
        created_by=by,
        created_at=at,
        expires_at=at + timedelta(hours=hours),
    )
    log(instance=page, action="pages.preview_link.create", user=by, data={"recipient": recipient})
    return link, token


@transaction.atomic
def revoke_link(*, link: PreviewLink, by: User, at: datetime) -> PreviewLink:
    """Make the link open nothing from now on; revoking twice keeps the first instant."""
    if link.revoked_at is None:
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])
        log(instance=link.page, action="pages.preview_link.revoke", user=by, data={"recipient": link.recipient})
    return link


def open_link(*, token: str, user_agent: str, at: datetime) -> PreviewLink | None:
    """The link that the secret opens at `at`, with its opening noted; None when it opens nothing."""
    links = PreviewLink.objects.usable(at=at).select_related("page").filter(page__live=True)
    link = links.filter(digest=digest_of(token)).first()
    if link is not None:
        PreviewOpening.objects.create(link=link, opened_at=at, user_agent=user_agent[:200])
    return link
