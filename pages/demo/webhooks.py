"""Two programs that were told of changes, both off: their addresses are examples and nothing is ever sent to them."""

from datetime import datetime, timedelta

from headless.enums import ChangeKind
from headless.models import Change, FeedClock, WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.deliver import letter_of
from headless.webhooks.enums import DeliveryState, Outcome, SwitchedOff
from headless.webhooks.messages import telling

TOLD = 8
TRIED = timedelta(days=3)
REFUSAL = "HTTP 500\nContent-Type: text/plain\n\nKeyError: 'slug'"


def load_webhooks(*, at: datetime) -> None:
    """A radio's application, that was suspended by hand, and an agenda that failed until it was given up."""
    radio = _webhook("Aplicación de Radio Aija (ejemplo)", "https://avisos.radio.example/entrada", at=at)
    agenda = _webhook("Agenda cultural de Áncash (ejemplo)", "https://agenda.example/webhooks/aija", at=at)
    latest = list(Change.objects.order_by("-sequence")[:TOLD])
    for change in reversed(latest):
        _concluded(change, radio, Outcome.ACCEPTED, at=at)
    for change in latest[:1]:
        _concluded(change, agenda, Outcome.REFUSED, at=at)
    WebhookSubscription.objects.filter(pk=radio.pk).update(accepted_at=at)
    WebhookSubscription.objects.filter(pk=agenda.pk).update(off_reason=SwitchedOff.FAILING, failing_since=at - TRIED)


def _webhook(description: str, address: str, *, at: datetime) -> WebhookSubscription:
    return WebhookSubscription.objects.create(
        description=description,
        address=address,
        owner_email="integraciones@example.test",
        events=ChangeKind.values,
        place=FeedClock.objects.read().last,
        off_reason=SwitchedOff.BY_HAND,
        off_at=at,
        created_at=at - 2 * TRIED,
    )


def _concluded(change: Change, to: WebhookSubscription, outcome: Outcome, *, at: datetime) -> None:
    accepted = outcome == Outcome.ACCEPTED
    delivery = telling(change, to=to, at=at - TRIED)
    delivery.state = DeliveryState.DELIVERED if accepted else DeliveryState.DEAD
    delivery.attempts, delivery.first_tried_at, delivery.concluded_at = 1 if accepted else 150, at - TRIED, at
    delivery.save()
    _attempt(delivery, outcome, at=at)


def _attempt(delivery: WebhookDelivery, outcome: Outcome, *, at: datetime) -> None:
    accepted = outcome == Outcome.ACCEPTED
    WebhookAttempt.objects.create(
        delivery=delivery,
        at=at,
        outcome=outcome,
        status=204 if accepted else 500,
        milliseconds=180,
        request=letter_of(delivery, at=at).told,
        response="HTTP 204" if accepted else REFUSAL,
    )
