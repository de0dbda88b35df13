"""A receiver that is down, slow, or leads elsewhere harms no other, and what it answered is kept."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from headless.models import WebhookAttempt
from headless.webhooks.enums import Outcome
from headless.webhooks.jobs import tell_of_changes
from tests.factories.webhooks import changes, webhook

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_slow_receiver_holds_no_other(receivers, monkeypatch):
    monkeypatch.setattr("headless.webhooks.sending.STEP_SECONDS", 1)
    at = timezone.now()
    slow, quick = receivers(), receivers()
    slow.slow = 3
    webhook(slow.address, at=at)
    webhook(quick.address, at=at)
    changes(20, at=at)
    started = time.monotonic()
    assert tell_of_changes(at) == 20
    assert time.monotonic() - started < 2.5
    assert (len(slow.got), len(quick.got)) == (1, 20)


def test_one_that_answers_a_letter_at_a_time_is_cut(receiver, monkeypatch):
    monkeypatch.setattr("headless.webhooks.sending.ANSWER_SECONDS", 0.5)
    at = timezone.now()
    receiver.drip = 0.05
    webhook(receiver.address, at=at)
    changes(at=at)
    started = time.monotonic()
    assert tell_of_changes(at) == 0
    assert time.monotonic() - started < 3
    assert WebhookAttempt.objects.get().outcome == Outcome.UNREACHABLE


def test_it_waits_as_long_as_the_receiver_asks(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    receiver.status, receiver.headers = 429, {"Retry-After": "1800"}
    changes(at=at)
    tell_of_changes(at)
    tell_of_changes(at + 29 * MINUTE)
    assert len(receiver.got) == 1
    tell_of_changes(at + 30 * MINUTE)
    assert len(receiver.got) == 2


def test_a_redirect_is_not_followed(receivers):
    at = timezone.now()
    first, second = receivers(), receivers()
    first.status, first.headers = 302, {"Location": second.address}
    webhook(first.address, at=at)
    changes(at=at)
    tell_of_changes(at)
    assert second.got == []
    assert f"Location: {second.address}" in WebhookAttempt.objects.get().response


def test_the_log_keeps_what_was_sent_and_answered_cut_and_without_the_signature(receiver):
    at = timezone.now()
    webhook(receiver.address + "?" + "x" * 400, at=at)
    receiver.answer, receiver.status, receiver.headers = b"\x00\xff" + b"y" * 9_000, 500, {"Set-Cookie": "s=1"}
    changes(at=at)
    tell_of_changes(at)
    attempt = WebhookAttempt.objects.get()
    assert attempt.request.startswith(f"POST {receiver.address}?xxx")
    assert "webhook-id: msg_" in attempt.request
    assert "signature" not in attempt.request
    assert (attempt.status, len(attempt.response), "\x00" in attempt.response) == (500, 2_000, False)
    assert "Set-Cookie" not in attempt.response
