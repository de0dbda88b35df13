"""What receivers are told, in words that they can rely on."""

import json
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse

from headless.models.changes import GONE, Change
from headless.webhooks.models.deliveries import WebhookDelivery
from headless.webhooks.models.subscriptions import WebhookSubscription
from institution.public_address import public_address
from institution.rules.lima import LIMA

TRIAL = "webhook.test"


def event_of(kind: str) -> str:
    """The type of message that tells of a kind of change."""
    return f"item.{kind}"


def telling(change: Change, *, to: WebhookSubscription, at: datetime) -> WebhookDelivery:
    """The delivery, yet to be written, that tells a receiver of a change."""
    event = event_of(change.kind)
    return WebhookDelivery(
        subscription=to,
        sequence=change.sequence,
        event=event,
        item_type=change.type,
        item_key=change.key,
        body=_body(event, change.at, _told_of(change)),
        next_at=at,
        created_at=at,
    )


def trial(*, to: WebhookSubscription, at: datetime) -> WebhookDelivery:
    """The delivery, yet to be written, that only tries a receiver."""
    body = _body(TRIAL, at, {"message": "Prueba enviada desde el portal. No pasó nada: responda 2xx."})
    return WebhookDelivery(subscription=to, event=TRIAL, body=body, aside=True, next_at=at, created_at=at)


def _told_of(change: Change) -> dict[str, Any]:
    return {
        "type": change.type,
        "id": change.key,
        "slug": change.slug or None,
        "version": change.version,
        "url": absolute(change.address) if change.address else None,
        "api_url": None if change.kind in GONE else _api_address(change),
    }


def _body(event: str, at: datetime, data: dict[str, Any]) -> str:
    told = {"type": event, "timestamp": at.astimezone(LIMA).isoformat(timespec="seconds"), "data": data}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _api_address(change: Change) -> str | None:
    """Where the API tells of the item; None for a resource that is followed and not offered."""
    try:
        return absolute(reverse(f"api:{change.type}_detail", args=[change.key]))
    except NoReverseMatch:
        return None


def absolute(address: str) -> str:
    """An address of the portal as others may follow it."""
    return public_address(address)
