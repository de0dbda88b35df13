"""A webhook is created in the backend, and an address that will not do is told why."""

import pytest
from django.urls import reverse
from django.utils import timezone

from headless.models import FeedClock, WebhookSubscription
from headless.webhooks.forms import SubscriptionForm
from headless.webhooks.signatures import secret_of
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.desk import add, filled, words

pytestmark = pytest.mark.django_db


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
