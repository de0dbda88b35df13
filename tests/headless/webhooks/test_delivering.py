"""What changes reaches whoever asked to be told: signed, in order, at least once, and each alone with its troubles."""

import time
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from headless.enums import ChangeKind
from headless.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.deliver import deliver_due, letter_of
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.actions.secrets import BOTH_FOR, rotate_secret
from headless.webhooks.actions.settle import settle
from headless.webhooks.enums import DeliveryState, Outcome, SwitchedOff
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.sending import Reply
from headless.webhooks.signatures import secret_of
from institution.actions.mail_delivery import deliver_due as deliver_mail
from tests.factories.pages import published_note
from tests.factories.people import user_with
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.receiver import Receiver
from tests.servers import free_port

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def state_of(delivery: WebhookDelivery) -> str:
    return WebhookDelivery.objects.get(pk=delivery.pk).state


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


def test_what_left_the_portal_has_no_address_any_more(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(kind=ChangeKind.DELETED, at=at)
    tell_of_changes(at)
    data = receiver.got[0].told["data"]
    assert (data["url"], data["api_url"], data["slug"]) == (None, None, "nota-1")


def test_each_is_told_of_what_it_asked_for_and_of_nothing_before_it_came(receivers):
    at = timezone.now()
    changes(3, at=at)
    everything, works, deletions = receivers(), receivers(), receivers()
    webhook(everything.address, at=at)
    webhook(works.address, at=at, types=["works"])
    webhook(deletions.address, at=at, events=["deleted"])
    changes(2, at=at)
    changes(1, at=at, type="works")
    changes(1, at=at, kind=ChangeKind.DELETED)
    tell_of_changes(at)
    assert [each.told["data"]["id"] for each in everything.got] == [4, 5, 6, 7]
    assert [each.told["data"]["id"] for each in works.got] == [6]
    assert [each.told["data"]["id"] for each in deletions.got] == [7]


def test_it_is_handed_out_once_however_often_it_is_asked(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(3, at=at)
    assert (fan_out(at), fan_out(at), tell_of_changes(at), tell_of_changes(at)) == (3, 0, 3, 0)
    assert len(receiver.got) == 3
    WebhookSubscription.objects.update(place=0)
    assert tell_of_changes(at) == 0


def test_a_receiver_down_for_an_hour_loses_nothing_and_gets_each_event_in_order(settings):
    start, port = timezone.now() - timedelta(hours=3), free_port()
    settings.WEBHOOK_ALLOWED = [f"127.0.0.1:{port}"]
    webhook(f"http://127.0.0.1:{port}/avisos", at=start)
    for minute in range(60):
        changes(1, at=start + minute * MINUTE)
        assert tell_of_changes(start + minute * MINUTE) == 0
    receiver = Receiver(port)
    for minute in range(60, 121):
        tell_of_changes(start + minute * MINUTE)
    receiver.close()
    assert [each.told["data"]["id"] for each in receiver.got] == list(range(1, 61))
    assert receiver.twice() == []
    assert not WebhookDelivery.objects.waiting().exists()
    assert WebhookAttempt.objects.filter(outcome=Outcome.UNREACHABLE).count() < 20  # it wasn't hammered


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


def test_what_follows_waits_for_what_failed_while_the_receiver_is_not_there(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    receiver.status = 503
    changes(3, at=at)
    for hour in range(10):
        tell_of_changes(at + hour * HOUR)
    assert {each.told["data"]["id"] for each in receiver.got} == {1}
    receiver.status = 200
    tell_of_changes(at + 11 * HOUR)
    assert [each.told["data"]["id"] for each in receiver.got][-3:] == [1, 2, 3]


def test_what_the_receiver_alone_cannot_take_lets_the_rest_pass_and_is_tried_on(receiver):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(1, at=at)
    receiver.status = 500
    for hour in range(5):
        tell_of_changes(at + hour * HOUR)
    receiver.status = 200
    poisoned = WebhookDelivery.objects.get()
    assert poisoned.aside
    WebhookDelivery.objects.update(next_at=at + 6 * HOUR)
    changes(2, at=at)
    assert tell_of_changes(at + 5 * HOUR) == 2
    assert state_of(poisoned) == DeliveryState.WAITING
    assert tell_of_changes(at + 6 * HOUR) == 1
    assert [each.told["data"]["id"] for each in receiver.got][-3:] == [2, 3, 1]


def test_after_three_days_it_is_given_up_the_webhook_switched_off_and_its_owner_told(receiver, mailoutbox):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    receiver.status = 503
    changes(2, at=at)
    hour = 0
    while WebhookSubscription.objects.enabled().exists():
        tell_of_changes(at + hour * HOUR)
        hour += 1
    assert hour == 73
    assert list(WebhookDelivery.objects.order_by("sequence").values_list("state", flat=True)) == ["dead", "waiting"]
    subscription.refresh_from_db()
    assert (subscription.off_reason, subscription.off_at) == (SwitchedOff.FAILING, at + 3 * DAY)
    assert [mail.to for mail in mails(mailoutbox, at + 4 * DAY)] == [["integrador@example.test"]] * 2
    warned, told = mailoutbox
    assert "no recibe nuestros avisos" in warned.subject
    assert "quedó suspendido" in told.subject
    changes(1, at=at)
    assert tell_of_changes(at + 4 * DAY) == 0


def mails(mailoutbox: list, at: datetime) -> list:
    """What was written to people, once the worker delivered it."""
    deliver_mail(at)
    return mailoutbox


def test_one_lost_among_many_that_arrive_switches_nothing_off_and_is_told(receiver, mailoutbox):
    at = timezone.now()
    webhook(receiver.address, at=at)
    changes(1, at=at)
    for hour in range(73):
        receiver.status = 500
        tell_of_changes(at + hour * HOUR)
        receiver.status = 200
        if hour >= 5:
            WebhookDelivery.objects.waiting().update(next_at=at + (hour + 1) * HOUR)
            changes(1, at=at)
            tell_of_changes(at + hour * HOUR)
    assert WebhookDelivery.objects.dead().count() == 1
    assert WebhookSubscription.objects.get().enabled
    assert ["no recibió algunos avisos" in mail.subject for mail in mails(mailoutbox, at + 4 * DAY)] == [True]


def test_a_receiver_that_is_gone_is_sent_no_more(receiver, mailoutbox):
    at = timezone.now()
    webhook(receiver.address, at=at)
    receiver.status = 410
    changes(2, at=at)
    tell_of_changes(at)
    tell_of_changes(at + DAY)
    assert len(receiver.got) == 1
    assert WebhookSubscription.objects.get().off_reason == SwitchedOff.GONE
    assert len(mails(mailoutbox, at)) == 1
    assert WebhookDelivery.objects.waiting().count() == 2


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


def test_publishing_wakes_the_worker_only_when_somebody_listens(tree, receiver, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as nobody:
        published_note()
    assert not any("wake" in each.__qualname__ for each in nobody)
    webhook(receiver.address, at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        published_note()
    assert len(receiver.got) == 1


def test_a_delivery_is_taken_by_one_process_only():
    at = timezone.now()
    webhook(at=at)
    changes(at=at)
    fan_out(at)
    one, other = WebhookDelivery.objects.get(), WebhookDelivery.objects.get()
    assert [one.take(at=at), other.take(at=at)] == [True, False]
