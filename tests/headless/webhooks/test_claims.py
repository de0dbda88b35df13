"""A delivery is one process's at a time: who is overtaken, dies or comes late undoes nothing."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from headless.models import WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.deliver import deliver_due, letter_of
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.actions.settle import settle
from headless.webhooks.enums import DeliveryState, Outcome
from headless.webhooks.sending import Reply
from tests.factories.webhooks import changes, webhook

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def state_of(delivery: WebhookDelivery) -> str:
    return WebhookDelivery.objects.get(pk=delivery.pk).state


def test_a_delivery_is_taken_by_one_process_only():
    at = timezone.now()
    webhook(at=at)
    changes(at=at)
    fan_out(at)
    one, other = WebhookDelivery.objects.get(), WebhookDelivery.objects.get()
    assert [one.take(at=at), other.take(at=at)] == [True, False]


def test_what_a_dead_worker_left_midway_is_sent_again_two_minutes_later(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(at=at)
    fan_out(at)
    assert WebhookDelivery.objects.get().take(at=at)
    assert deliver_due(at + MINUTE) == 0
    assert deliver_due(at + 2 * MINUTE) == 1


def answered(delivery: WebhookDelivery, outcome: Outcome, *, at: datetime) -> bool:
    """Note an answer as the process that took the delivery does."""
    letter = letter_of(delivery, at=at)
    return settle(delivery=delivery, letter=letter, reply=Reply(outcome=outcome), at=at)


def test_a_process_that_was_overtaken_undoes_nothing_and_its_acceptance_still_counts():
    at = timezone.now()
    webhook(at=at)
    changes(2, at=at)
    fan_out(at)
    slow = WebhookDelivery.objects.get(sequence=1)
    assert slow.take(at=at)
    later = WebhookDelivery.objects.get(sequence=1)
    assert later.take(at=at + 2 * MINUTE)
    assert not answered(slow, Outcome.UNREACHABLE, at=at + 3 * MINUTE)
    assert WebhookDelivery.objects.get(pk=slow.pk).next_at == at + 4 * MINUTE
    assert answered(later, Outcome.ACCEPTED, at=at + 3 * MINUTE)
    assert not answered(slow, Outcome.GONE, at=at + 3 * MINUTE)
    assert state_of(slow) == DeliveryState.DELIVERED
    assert WebhookSubscription.objects.get().enabled
    WebhookDelivery.objects.update(state="dead", concluded_at=at)
    assert answered(slow, Outcome.ACCEPTED, at=at + 3 * MINUTE)
    assert state_of(slow) == DeliveryState.DELIVERED


def test_what_was_deleted_while_it_was_sent_harms_nobody():
    at = timezone.now()
    subscription = webhook(at=at)
    changes(at=at)
    fan_out(at)
    delivery = WebhookDelivery.objects.select_related("subscription").get()
    assert delivery.take(at=at)
    subscription.delete()
    assert not answered(delivery, Outcome.ACCEPTED, at=at)
