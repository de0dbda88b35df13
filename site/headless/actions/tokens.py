"""Giving a program a key of the API, changing its secret, taking it back."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import OperationalError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from headless.enums import TokenState
from headless.hurried_writes import in_a_hurry
from headless.models import AccessToken
from headless.rules.tokens import beginning_of, new_secret, well_formed
from headless.scopes import offered_scopes
from institution.models import User
from institution.rules.tokens import digest_of

logger = logging.getLogger(__name__)
LONGEST_LIFE = timedelta(days=2 * 366)
LONGEST_GRACE = timedelta(days=7)


class NotRotatable(Exception):
    """Only a key in force is given another secret; the message says so in Spanish."""


@transaction.atomic
def create_token(
    *,
    name: str,
    owner: User,
    scopes: Collection[str],
    expires_at: datetime,
    requests_per_minute: int,
    by: User | None,
    at: datetime,
) -> tuple[AccessToken, str]:
    """A new key, and its secret, which is not kept.

    Raises ValueError for a scope that nobody offers, or an expiry that is past or over two years away.
    """
    if unknown := set(scopes) - {each.name for each in offered_scopes()}:
        raise ValueError(_("No existe el permiso %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if not at < expires_at <= at + LONGEST_LIFE:
        raise ValueError(_("Debe vencer después de ahora y antes de dos años."))
    secret = new_secret()
    token = AccessToken.objects.create(
        name=name,
        owner=owner,
        scopes=sorted(scopes),
        requests_per_minute=requests_per_minute,
        digest=digest_of(secret),
        beginning=beginning_of(secret),
        created_by=by,
        created_at=at,
        expires_at=expires_at,
    )
    log(instance=token, action="headless.token.created", user=by, data={"scopes": token.scopes})
    return token, secret


@transaction.atomic
def rotate_token(*, token: AccessToken, grace: timedelta, by: User | None, at: datetime) -> str:
    """Give the key another secret, which is returned and not kept; the present one serves for `grace` more.

    Of a secret that still was tolerated from before, nothing is left. Raises ValueError when `grace` is negative or
    over seven days, NotRotatable when the key is not in force.
    """
    if not timedelta(0) <= grace <= LONGEST_GRACE:
        raise ValueError(_("La clave anterior puede servir de cero a siete días más."))
    token = AccessToken.objects.select_for_update().get(pk=token.pk)
    if token.state(at=at) != TokenState.IN_FORCE:
        raise NotRotatable(_("La clave ya no está vigente: cree otra."))
    secret = new_secret()
    token.previous_digest, token.previous_until = (token.digest, at + grace) if grace else (None, None)
    token.digest, token.beginning = digest_of(secret), beginning_of(secret)
    token.save(update_fields=["previous_digest", "previous_until", "digest", "beginning"])
    log(instance=token, action="headless.token.rotated", user=by, data={"days": grace / timedelta(days=1)})
    return secret


@transaction.atomic
def revoke_token(*, token: AccessToken, by: User | None, at: datetime) -> AccessToken:
    """Have the key open nothing from now on; revoking twice keeps the first instant."""
    token = AccessToken.objects.select_for_update().get(pk=token.pk)
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])
        log(instance=token, action="headless.token.revoked", user=by)
    return token


def open_with(*, secret: str, at: datetime) -> AccessToken | None:
    """The key that a secret opens at `at`, with its use noted now and then; None when it opens nothing."""
    if not well_formed(secret):
        return None
    token = AccessToken.objects.opened_by(digest_of(secret), at=at).first()
    if token is not None and token.use_is_worth_noting(at=at):
        _note_use(token, at)
    return token


def _note_use(token: AccessToken, at: datetime) -> None:
    try:
        with in_a_hurry():
            AccessToken.objects.filter(pk=token.pk).update(last_used_at=at)
    except OperationalError:
        logger.info("The last use of a key could not be noted now; the next will be")
