"""Webhooks in the backend: created, tried, switched and shown; bad addresses refused with what is wrong."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from standardwebhooks import Webhook

from headless.enums import ChangeKind
from headless.models import FeedClock, WebhookDelivery, WebhookSubscription
from headless.webhooks.actions.fan_out import fan_out
from headless.webhooks.actions.switch import switch_off
from headless.webhooks.enums import SwitchedOff
from headless.webhooks.forms import SubscriptionForm
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.signatures import secret_of
from institution.enums import Role
from tests.factories.webhooks import changes, webhook
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def head() -> Client:
    return sign_in(Role.HEAD)


def filled(**fields) -> dict:
    given = {"description": "Aplicación de Radio", "address": "https://receptor.example.pe/avisos"}
    return given | {"owner_email": "radio@example.test", "events": ["created", "deleted"], "types": ["news"]} | fields


def add(client: Client, **fields):
    return client.post(reverse("webhooks:add"), filled(**fields))


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_one_is_created_told_from_then_on_and_its_secret_shown_when_asked(head):
    changes(3, at=timezone.now())
    answer = add(head)
    made = WebhookSubscription.objects.get()
    assert answer.url == reverse("webhooks:inspect", args=[made.pk])
    assert (made.place, made.events, made.types) == (FeedClock.objects.read().last, ["created", "deleted"], ["news"])
    secret = secret_of(made.seed)
    shown = head.post(reverse("webhooks:secret", args=[made.pk]))
    assert secret in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    for name, args in (("index", []), ("inspect", [made.pk]), ("edit", [made.pk]), ("history", [made.pk])):
        page = head.get(reverse(f"webhooks:{name}", args=args)).content.decode()
        assert secret not in page
        assert made.seed not in page
    history = head.get(reverse("webhooks:history", args=[made.pk]))
    assert "Se mostró el secreto" in words(history)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "Este campo es"),
        ("http://receptor.example.pe/", "https://"),
        ("https://usuario:clave@receptor.example.pe/", "usuario ni contraseña"),
        ("https://@receptor.example.pe/", "usuario ni contraseña"),
        ("file:///etc/passwd", "Debe empezar con https://"),
        ("gopher://receptor.example.pe/", "Debe empezar con https://"),
        ("receptor.example.pe", "Debe empezar con https://"),
        ("https://2130706433/", "red interna"),
        ("https://0x7f.1/", "red interna"),
        ("https://0177.0.0.1/", "red interna"),
        ("https://127.1/", "red interna"),
        ("https://127.0.0.1/", "red interna"),
        ("https://[::1]/", "red interna"),
        ("https://[::ffff:10.0.0.1]/", "red interna"),
        ("https://169.254.169.254/latest/", "red interna"),
        ("https://localhost/", "red interna"),
        ("https://receptor.example.pe:22/", "puerto"),
        ("https://receptor.example.pe:99999/", "No es una dirección"),
        ("https://[/", "No es una dirección"),
        ("https://receptor.example.pe/a b", "espacios"),
        ("https://receptor.example.pe/añadir", "espacios, tildes"),
        ("https://receptor.example.pe/\x07", "espacios"),
        ("https://receptor.example.pe/#parte", "#"),
        ("https://receptor.example.pe/" + "x" * 5_000, "500"),
    ],
)
def test_an_address_that_will_not_do_is_told_why_and_nothing_typed_is_lost(head, address, why):
    answer = add(head, address=address)
    assert answer.status_code == 200
    assert why in words(answer)
    assert "Aplicación de Radio" in answer.content.decode()
    assert not WebhookSubscription.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"description": ""}, {"description": "x" * 5_000}, {"description": "\x00"}, {"owner_email": "nadie"},
        {"owner_email": "a@b.test\nBcc: c@d.test"}, {"events": []}, {"events": ["nada"]}, {"types": ["x" * 5_000]},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(head, fields):
    assert add(head, **fields).status_code == 200
    assert not WebhookSubscription.objects.exists()


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


def test_editing_changes_what_was_asked_and_nothing_that_the_worker_moved_meanwhile(head):
    subscription = webhook(at=timezone.now())
    form = SubscriptionForm(filled(description="Otro nombre"), instance=WebhookSubscription.objects.get())
    WebhookSubscription.objects.update(place=7, seed="renovada", failing_since=timezone.now())
    assert form.is_valid()
    form.save()
    kept = WebhookSubscription.objects.get()
    assert (kept.description, kept.place, kept.seed) == ("Otro nombre", 7, "renovada")
    answer = head.post(reverse("webhooks:edit", args=[subscription.pk]), filled(types=[]))
    assert answer.url == reverse("webhooks:inspect", args=[subscription.pk])
    assert WebhookSubscription.objects.get().types == []


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
