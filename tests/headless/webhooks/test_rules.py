"""When a message is sent again, what an answer means, which addresses may receive, and how long all is kept."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from headless.models import Change, WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.erase_deliveries import erase_old_deliveries
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.enums import Outcome
from headless.webhooks.rules.answers import outcome_of, seconds_asked
from headless.webhooks.rules.receivers import fault_of
from headless.webhooks.rules.retries import LONGEST, TRIED_FOR, is_given_up, pause_after, steps_aside
from headless.webhooks.signatures import secret_of
from tests.factories.webhooks import changes, lost_delivery, webhook

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
chances = st.floats(0, 1)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (8, 60), (10_000, 60)])
def test_the_longest_pause_doubles_from_a_minute_to_an_hour(attempts, minutes):
    assert pause_after(attempts, chance=1) == minutes * MINUTE


@given(st.integers(1, 1_000), chances, st.none() | st.integers(0, 10**9))
def test_a_pause_is_never_negative_nor_longer_than_an_hour(attempts, chance, asked):
    assert timedelta(0) <= pause_after(attempts, chance=chance, asked=asked) <= LONGEST


@given(st.integers(1, 50), chances, st.integers(0, 3_600))
def test_a_receiver_that_asks_for_time_is_given_it(attempts, chance, asked):
    assert pause_after(attempts, chance=chance, asked=asked) >= timedelta(seconds=asked)


def test_the_pause_follows_chance_alone():
    assert [pause_after(5, chance=chance) for chance in (0, 0.25, 0.5)] == [0 * MINUTE, 4 * MINUTE, 8 * MINUTE]


def test_it_is_given_up_three_days_after_the_first_attempt_and_no_sooner():
    at = timezone.now()
    assert not is_given_up(first_tried_at=at, at=at + TRIED_FOR - timedelta(microseconds=1))
    assert is_given_up(first_tried_at=at, at=at + TRIED_FOR)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(200, "accepted"), (204, "accepted"), (299, "accepted"), (301, "refused"), (302, "refused"), (400, "refused"),
     (404, "refused"), (410, "gone"), (408, "not_now"), (425, "not_now"), (429, "not_now"), (500, "refused"),
     (502, "not_now"), (503, "not_now"), (504, "not_now"), (100, "refused"), (999, "refused")],
)  # fmt: skip
def test_an_answer_means_what_the_standard_says(status, outcome):
    assert outcome_of(status) == outcome


@pytest.mark.parametrize("outcome", [each for each in Outcome if each != Outcome.REFUSED])
def test_while_nobody_answers_nothing_passes_by(outcome):
    assert not steps_aside(outcome, attempts=100)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("", None), ("120", 120), (" 5 ", 5), ("-1", None), ("1.5", None), ("٣", None), ("9" * 40, None),
     ("Wed, 21 Oct 2026 07:28:00 GMT", None)],
)  # fmt: skip
def test_only_plain_seconds_are_understood(header, seconds):
    assert seconds_asked(header) == seconds


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"https://{text}"))
def test_whatever_is_typed_as_an_address_is_answered_without_failing(text):
    fault_of(text, allowed=())


@pytest.mark.parametrize(
    "address",
    ["https://receptor.example.pe", "https://receptor.example.pe:8443/a?b=c", "https://190.119.0.1/avisos",
     "https://[2606:4700::1111]/", "https://xn--aija-8qa.pe/"],
)  # fmt: skip
def test_an_address_of_the_internet_by_https_will_do(address):
    assert fault_of(address, allowed=()) is None


def test_the_allow_list_opens_one_host_and_port_and_no_more():
    allowed = ["intranet:8080", "10.0.0.9:443"]
    assert fault_of("http://intranet:8080/avisos", allowed=allowed) is None
    assert fault_of("https://10.0.0.9/", allowed=allowed) is None
    assert fault_of("http://intranet/", allowed=allowed)
    assert fault_of("http://u:c@intranet:8080/", allowed=allowed)


def test_each_seed_makes_a_secret_of_its_own_and_the_servers_key_is_needed(settings):
    first = secret_of("a")
    assert first.startswith("whsec_")
    assert first == secret_of("a") != secret_of("b")
    settings.SECRET_KEY = "otra"
    assert secret_of("a") != first


# What the database refuses, and how long it keeps what it has


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [{"address": ""}, {"place": -1}, {"off_reason": "gone"}, {"off_reason": "x", "off_at": timezone.now()},
     {"off_at": timezone.now()}, {"old_seed": "a"}, {"old_until": timezone.now()}],
)  # fmt: skip
def test_the_database_refuses_a_webhook_that_cannot_be(wrong):
    at = timezone.now()
    subscription = webhook(at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        WebhookSubscription.objects.filter(pk=subscription.pk).update(**wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"state": "x"}, {"state": "waiting"}, {"concluded_at": None}])
def test_the_database_refuses_a_delivery_that_cannot_be(wrong):
    delivery = lost_delivery(at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        WebhookDelivery.objects.filter(pk=delivery.pk).update(**wrong)


@pytest.mark.django_db
def test_the_database_refuses_to_tell_a_change_twice():
    delivery = lost_delivery(at=timezone.now())
    delivery.pk = delivery.uid = None
    delivery.uid = "00000000-0000-0000-0000-000000000001"
    with pytest.raises(IntegrityError), transaction.atomic():
        delivery.save(force_insert=True)


@pytest.mark.django_db
def test_the_log_is_erased_after_thirty_days_and_what_waits_after_ninety():
    at = timezone.now()
    lost = lost_delivery(at=at)
    WebhookAttempt.objects.create(delivery=lost, at=at, outcome=Outcome.REFUSED, milliseconds=1, request="POST")
    webhook(at=at, off_reason="by_hand", off_at=at)
    waiting = lost_delivery(at=at)
    WebhookDelivery.objects.filter(pk=waiting.pk).update(state="waiting", concluded_at=None)
    assert erase_old_deliveries(at + 30 * DAY) == 0
    assert erase_old_deliveries(at + 30 * DAY + MINUTE) == 1
    assert not WebhookAttempt.objects.exists()
    assert erase_old_deliveries(at + 90 * DAY) == 0
    assert erase_old_deliveries(at + 90 * DAY + MINUTE) == 1


@pytest.mark.django_db
def test_a_great_many_changes_are_handed_out_some_at_a_time(monkeypatch):
    monkeypatch.setattr("headless.webhooks.actions.fan_out.AT_ONCE", 10)
    at = timezone.now()
    webhook(at=at)
    changes(25, at=at)
    assert [fan_out(at) for _turn in range(4)] == [10, 10, 5, 0]


@pytest.mark.django_db
def test_handing_out_and_finding_what_is_next_cost_the_same_however_much_waits(django_assert_max_num_queries):
    at = timezone.now()
    subscription = webhook(at=at)
    changes(500, at=at)
    with django_assert_max_num_queries(20):
        fan_out(at)
    with django_assert_max_num_queries(3):
        assert WebhookDelivery.objects.lanes(at) == [subscription.pk]
        assert WebhookDelivery.objects.next_for(subscription.pk, at).sequence == Change.objects.first().sequence
