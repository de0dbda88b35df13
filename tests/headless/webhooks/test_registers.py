"""The registers of webhooks and deliveries are filtered, exported without secrets, and cost the same when they grow."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from headless.enums import ChangeKind
from headless.models import WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.actions.switch import switch_off
from headless.webhooks.enums import SwitchedOff
from headless.webhooks.jobs import tell_of_changes
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.desk import words

pytestmark = pytest.mark.django_db


def test_deliveries_are_filtered_by_state_and_webhook_and_looked_for(head):
    at = timezone.now()
    one, other = webhook(at=at, description="Uno"), webhook(at=at, description="Otro", events=["deleted"])
    changes(2, at=at)
    changes(1, at=at, kind=ChangeKind.DELETED, type="works")
    fan_out(at)
    WebhookDelivery.objects.filter(sequence=1).update(state="dead", concluded_at=at)

    def found(**asked) -> list[str]:
        listing = head.get(reverse("entregas:index_results"), asked).content.decode()
        return re.findall(r"Se \w+: nota-\d \(\w+\)", re.sub(r"<[^>]*>", "", listing))

    assert found(state="dead") == ["Se publicó: nota-1 (Noticias)"]
    assert found(subscription=other.pk) == ["Se eliminó: nota-3 (Obras)"]
    assert found(subscription=one.pk, q="nota-2") == ["Se publicó: nota-2 (Noticias)"]
    assert head.get(reverse("entregas:index"), {"state": "x", "subscription": "x" * 99}).status_code == 200


@pytest.mark.parametrize("name", ["webhooks:index", "entregas:index", "webhooks:inspect", "entregas:inspect"])
def test_twenty_rows_and_five_hundred_cost_the_same_queries(head, name):
    at = timezone.now()
    first = webhook(at=at)

    def grow(number: int) -> None:
        for _n in range(number):
            webhook(at=at)
        changes(number, at=at)
        WebhookSubscription.objects.filter(pk=first.pk).update(off_reason="", off_at=None)
        WebhookSubscription.objects.exclude(pk=first.pk).update(off_reason="by_hand", off_at=at)
        fan_out(at)

    def cost() -> int:
        args = [] if name.endswith("index") else [first.pk if "webhooks" in name else WebhookDelivery.objects.last().pk]
        with CaptureQueriesContext(connection) as captured:
            assert head.get(reverse(name, args=args)).status_code == 200
        return len(captured)

    grow(20)
    few = cost()
    grow(480)
    assert cost() == few


@pytest.mark.parametrize(("state", "found"), [("active", "Bien"), ("failing", "Mal"), ("off", "Nada"), ("x", "")])
def test_webhooks_are_filtered_by_how_they_fare(head, state, found):
    at = timezone.now()
    webhook(at=at, description="Va Bien")
    webhook(at=at, description="Va Mal", failing_since=at)
    webhook(at=at, description="Va Nada", off_reason="gone", off_at=at)
    listing = words(head.get(reverse("webhooks:index_results"), {"state": state}))
    assert "".join(re.findall(r"Va (\w+)", listing)) == (found or "BienMalNada")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("register", ["webhooks", "entregas"])
def test_the_registers_are_exported_without_the_secret(head, register, kind):
    at = timezone.now()
    subscription = webhook(at=at)
    changes(2, at=at)
    fan_out(at)
    body = b"".join(head.get(reverse(f"{register}:index"), {"export": kind}).streaming_content)
    assert body
    assert subscription.seed.encode() not in body


def test_the_reason_of_a_suspension_is_told(head):
    at = timezone.now()
    subscription = webhook(at=at)
    switch_off(subscription=subscription, reason=SwitchedOff.GONE, by=None, at=at)
    assert "ya no existe (410)" in words(head.get(reverse("webhooks:inspect", args=[subscription.pk])))


def test_every_screen_opens_for_every_kind_of_webhook_and_delivery(head, receiver):
    at = timezone.now()
    subscription = webhook(receiver.address, at=at)
    for kind in ChangeKind:
        changes(1, at=at, kind=kind, type="recurso-que-ya-no-hay")
    receiver.status = 500
    tell_of_changes(at)
    for address in ("edit", "delete", "rotate", "history"):
        assert head.get(reverse(f"webhooks:{address}", args=[subscription.pk])).status_code == 200
    for delivery in subscription.deliveries.all():
        assert head.get(reverse("entregas:inspect", args=[delivery.pk])).status_code == 200
    head.post(reverse("webhooks:delete", args=[subscription.pk]))
    assert not WebhookDelivery.objects.exists()
