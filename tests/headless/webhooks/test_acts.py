"""What the desk does to a webhook: try it, send again, switch it off and on, change its secret."""

import pytest
from django.urls import reverse
from django.utils import timezone
from standardwebhooks import Webhook

from headless.models import WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.signatures import secret_of
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.desk import words

pytestmark = pytest.mark.django_db


def test_a_trial_is_sent_at_once_even_to_one_that_is_off_and_its_answer_is_shown(
    head, receiver, django_capture_on_commit_callbacks
):
    subscription = webhook(receiver.address, at=timezone.now(), off_reason="by_hand", off_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        answer = head.post(reverse("webhooks:trial", args=[subscription.pk]))
    (got,) = receiver.got
    assert Webhook(secret_of(subscription.seed)).verify(got.body, got.headers)["type"] == "webhook.test"
    shown = words(head.get(answer.url))
    assert "Entregada" in shown
    assert "gracias" in shown


def test_a_trial_that_fails_is_not_repeated_and_blames_nobody(head, receiver, django_capture_on_commit_callbacks):
    receiver.status = 500
    subscription = webhook(receiver.address, at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        head.post(reverse("webhooks:trial", args=[subscription.pk]))
    delivery = WebhookDelivery.objects.get()
    assert delivery.state == "dead"
    subscription.refresh_from_db()
    assert subscription.failing_since is None
    head.post(reverse("entregas:again", args=[delivery.pk]))
    assert WebhookDelivery.objects.get().state == "dead"


def test_what_was_given_up_is_sent_again_in_its_order_with_its_identifier(
    head, receiver, django_capture_on_commit_callbacks
):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    changes(3, at=at)
    fan_out(at)
    WebhookDelivery.objects.update(state="dead", concluded_at=at, attempts=40, first_tried_at=at)
    known = [each.message for each in WebhookDelivery.objects.order_by("sequence")]
    with django_capture_on_commit_callbacks(execute=True):
        head.post(reverse("webhooks:redeliver", args=[subscription.pk]))
    assert receiver.accepted == known
    with django_capture_on_commit_callbacks(execute=True):
        head.post(reverse("entregas:again", args=[WebhookDelivery.objects.get(sequence=2).pk]))
    assert receiver.accepted == [*known, known[1]]


@pytest.mark.parametrize(("since", "told"), [("catch_up", [1, 2]), ("from_now", [])])
def test_it_is_switched_off_and_on_and_gets_what_it_was_asked(head, receiver, since, told):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    changes(1, at=at)
    fan_out(at)
    head.post(reverse("webhooks:off", args=[subscription.pk]))
    changes(1, at=at)
    assert tell_of_changes(timezone.now()) == 0
    assert "Suspendido" in words(head.get(reverse("webhooks:inspect", args=[subscription.pk])))
    head.post(reverse("webhooks:on", args=[subscription.pk]), {"since": since})
    changes(1, at=at)
    tell_of_changes(timezone.now())
    assert [each.told["data"]["id"] for each in receiver.got] == [*told, 3]


def test_the_secret_is_changed_after_asking_and_the_new_one_is_shown(head):
    subscription = webhook(at=timezone.now())
    address = reverse("webhooks:rotate", args=[subscription.pk])
    assert "siete días" in words(head.get(address))
    shown = head.post(address)
    current = WebhookSubscription.objects.get()
    assert secret_of(current.seed) in shown.content.decode()
    assert current.old_seed == subscription.seed != current.seed


@pytest.mark.parametrize("name", ["trial", "off", "redeliver", "secret"])
def test_nothing_is_done_by_following_a_link(head, name):
    subscription = webhook(at=timezone.now())
    assert head.get(reverse(f"webhooks:{name}", args=[subscription.pk])).status_code == 405
    assert head.post(reverse(f"webhooks:{name}", args=[9_999])).status_code == 404
