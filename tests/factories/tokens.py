"""Keys of the API, made through the real action."""

from datetime import datetime, timedelta

from django.utils import timezone

from headless.actions.tokens import create_token
from headless.models import AccessToken
from tests.factories.people import user_with

YEAR = timedelta(days=365)


def token_with(*scopes: str, at: datetime | None = None, lasting: timedelta = YEAR, rate: int = 600, **fields):
    """A key in force with those scopes, and its secret."""
    at = at or timezone.now()
    given = {"name": "Programa de ejemplo", "owner": fields.pop("owner", None) or user_with(None), "by": None}
    return create_token(**given | fields, scopes=scopes, expires_at=at + lasting, requests_per_minute=rate, at=at)


def bearer(secret: str) -> dict[str, str]:
    """The headers that show a key."""
    return {"authorization": f"Bearer {secret}"}


def reading_with(*scopes: str, **fields) -> tuple[AccessToken, dict[str, str]]:
    """A key with those scopes, and the headers that show it."""
    token, secret = token_with(*scopes, **fields)
    return token, bearer(secret)
