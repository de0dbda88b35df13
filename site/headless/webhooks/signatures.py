"""Secrets and signatures (Standard Webhooks 1.0, symmetric)."""

import base64
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from django.conf import settings
from django.utils.crypto import salted_hmac
from standardwebhooks import Webhook

PREFIX = "whsec_"
SALT = "headless.webhooks"


def new_seed() -> str:
    """What a new secret is made from, along with this server's key; alone it says nothing."""
    return secrets.token_urlsafe(32)


def secret_of(seed: str, *, key: str | bytes | None = None) -> str:
    """The secret as its receiver keeps it. The database holds only the seed: a copy of it can sign nothing."""
    made = salted_hmac(SALT, seed, secret=key, algorithm="sha256").digest()
    return PREFIX + base64.b64encode(made).decode()


def secrets_of(seeds: Sequence[str]) -> list[str]:
    """Every secret to sign with: of each seed, those that the server's former keys made too, while they are kept."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [secret_of(seed, key=key) for seed in seeds for key in keys]


def signed_headers(*, message: str, body: str, at: datetime, seeds: Sequence[str]) -> dict[str, str]:
    """The three headers of the standard, with a signature for each secret."""
    instant = at.astimezone(UTC)  # the library takes the hour as it stands for UTC's
    signatures = [Webhook(secret).sign(message, instant, body) for secret in secrets_of(seeds)]
    return {
        "webhook-id": message,
        "webhook-timestamp": str(int(instant.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
