"""What is sent is signed as the standard says, also while a secret or the server's key changes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from headless.models import WebhookSubscription
from headless.webhooks.actions.secrets import BOTH_FOR, rotate_secret
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.signatures import secret_of
from tests.factories.pages import published_note
from tests.factories.people import user_with
from tests.factories.webhooks import changes, webhook

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_a_published_note_is_told_signed_as_the_standard_says(tree, receiver):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    note = published_note(slug="canal-de-riego")
    assert tell_of_changes(timezone.now()) == 1
    (got,) = receiver.got
    told = Webhook(secret_of(subscription.seed)).verify(got.body, got.headers)
    assert told["type"] == "item.created"
    assert told["timestamp"].endswith("-05:00")
    assert told["data"] == {
        "type": "news",
        "id": note.pk,
        "slug": "canal-de-riego",
        "version": 1,
        "url": f"http://127.0.0.1:8000{note.get_url()}",
        "api_url": f"http://127.0.0.1:8000/api/v1/news/{note.pk}",
    }
    assert got.headers["content-type"] == "application/json"
    assert got.path == "/avisos"


def test_a_body_that_was_touched_or_another_secret_is_not_taken_for_ours(receiver):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    changes(at=at)
    tell_of_changes(at)
    (got,) = receiver.got
    for secret, body in ((secret_of(subscription.seed), got.body + " "), (secret_of("otra"), got.body)):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body, got.headers)


def test_every_attempt_has_the_same_identifier_and_body_and_a_signature_of_its_own_time(receiver):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    changes(at=at - 2 * HOUR)
    receiver.status = 500
    tell_of_changes(at - 2 * HOUR)
    receiver.status = 204
    tell_of_changes(at)
    first, second = receiver.got
    assert (first.id, first.body) == (second.id, second.body)
    assert first.headers["webhook-timestamp"] != second.headers["webhook-timestamp"]
    assert Webhook(secret_of(subscription.seed)).verify(second.body, second.headers)


def test_while_a_secret_is_changed_both_the_new_and_the_old_one_sign(receiver):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    old = secret_of(subscription.seed)
    new = rotate_secret(subscription=subscription, by=user_with(None), at=at - BOTH_FOR + MINUTE)
    changes(at=at)
    tell_of_changes(at)
    (got,) = receiver.got
    assert old != new
    assert all(Webhook(secret).verify(got.body, got.headers) for secret in (old, new))
    WebhookSubscription.objects.update(old_until=at)
    changes(at=at)
    tell_of_changes(at)
    got = receiver.got[-1]
    assert Webhook(new).verify(got.body, got.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(got.body, got.headers)


def test_when_the_servers_key_changes_the_secrets_that_it_made_sign_while_it_is_kept(receiver, settings):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    known = secret_of(subscription.seed)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "otra-clave", [settings.SECRET_KEY]
    changes(at=at)
    tell_of_changes(at)
    assert Webhook(known).verify(receiver.got[0].body, receiver.got[0].headers)
