"""What a receiver didn't take is tried again in order, and given up in the end with a word to the owner."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from headless.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.enums import DeliveryState, Outcome, SwitchedOff
from headless.webhooks.jobs import tell_of_changes
from institution.actions.mail_delivery import deliver_due as deliver_mail
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.receiver import Receiver
from tests.servers import free_port

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


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
    poisoned.refresh_from_db()
    assert poisoned.state == DeliveryState.WAITING
    assert tell_of_changes(at + 6 * HOUR) == 1
    assert [each.told["data"]["id"] for each in receiver.got][-3:] == [2, 3, 1]


def mails(mailoutbox: list, at: datetime) -> list:
    """What was written to people, once the worker delivered it."""
    deliver_mail(at)
    return mailoutbox


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
