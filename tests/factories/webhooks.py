"""Webhooks, and changes to tell of."""

from datetime import datetime
from itertools import count

from headless.enums import ChangeKind
from headless.models import Change, FeedClock, WebhookDelivery, WebhookSubscription
from headless.webhooks.messages import telling

numbers = count(1)


def webhook(address: str = "https://receptor.example.test/avisos", *, at: datetime, **fields) -> WebhookSubscription:
    """A webhook told of everything from now on, unless said otherwise."""
    given = {"description": f"Receptor {next(numbers)}", "owner_email": "integrador@example.test"}
    given |= {"events": ChangeKind.values, "place": FeedClock.objects.read().last}
    return WebhookSubscription.objects.create(address=address, created_at=at, **given | fields)


def changes(
    number: int = 1, *, at: datetime, kind: ChangeKind = ChangeKind.CREATED, type: str = "news"
) -> list[Change]:
    """So many changes, each of an item of its own, as the feed would write them."""
    clock = FeedClock.objects.read()
    told = [
        Change(
            sequence=clock.last + n, type=type, key=clock.last + n, slug=f"nota-{clock.last + n}", kind=kind, version=1,
            at=at, address="" if kind in ("deleted", "unpublished") else f"/noticias/nota-{clock.last + n}/",
        )
        for n in range(1, number + 1)
    ]  # fmt: skip
    Change.objects.bulk_create(told)
    FeedClock.objects.filter(pk=clock.pk).update(last=clock.last + number)
    return told


def lost_delivery(*, at: datetime) -> WebhookDelivery:
    """A message that a webhook of its own never got."""
    change = Change(sequence=1, type="news", key=1, slug="nota", kind=ChangeKind.CREATED, version=1, at=at)
    delivery = telling(change, to=webhook(at=at), at=at)
    delivery.state, delivery.concluded_at = "dead", at
    delivery.save()
    return delivery
