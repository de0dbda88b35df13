"""Deliveries over real HTTPS: to the address that was checked, believing only who proves to have the name."""

import socket
import ssl
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import trustme
from django.urls import reverse
from django.utils import timezone
from standardwebhooks import Webhook

from headless.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.enums import DeliveryState, Outcome
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.signatures import secret_of
from tests.factories.webhooks import changes, webhook
from tests.headless.webhooks.certificates import NAME, NOT_BELIEVED, showing
from tests.headless.webhooks.receiver import Receiver

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
NOBODY_THERE = "127.0.0.2"

Opens = Callable[..., Receiver]


@pytest.fixture
def authority(monkeypatch, tmp_path) -> trustme.CA:
    """Who signs certificates that this machine believes, told to OpenSSL as an operator tells it."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """How often the receiver's name was resolved: once it leads to this machine, afterwards to where nobody is."""
    times: list[str] = []
    really = socket.getaddrinfo

    def resolve(host, *arguments, **options):
        if host != NAME:
            return really(host, *arguments, **options)
        times.append(host)
        return really("127.0.0.1" if len(times) == 1 else NOBODY_THERE, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return times


@pytest.fixture
def opens(settings):
    """Makes receivers that speak as a context says, and a webhook for each by its name; they end with the test."""
    opened: list[Receiver] = []

    def opening(context: ssl.SSLContext, *, at: datetime, port: int = 0) -> Receiver:
        receiver = Receiver(port, context)
        opened.append(receiver)
        settings.WEBHOOK_ALLOWED = [f"{NAME}:{receiver.server_port}"]
        if not port:
            webhook(f"https://{NAME}:{receiver.server_port}/avisos", at=at)
        return receiver

    yield opening
    for receiver in opened:
        receiver.close()


def test_a_certificate_of_the_name_is_believed_at_the_address_that_was_checked(authority, asked, opens):
    at, names = timezone.now(), []
    context = showing(authority.issue_cert(NAME))
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    receiver = opens(context, at=at)
    changes(at=at)
    assert tell_of_changes(at) == 1
    (got,) = receiver.got
    secret = secret_of(WebhookSubscription.objects.get().seed)
    assert Webhook(secret).verify(got.body, got.headers)["type"] == "item.created"
    assert (names, got.headers["host"]) == ([NAME], f"{NAME}:{receiver.server_port}")
    assert asked == [NAME]


@pytest.mark.parametrize("words", NOT_BELIEVED)
def test_another_certificate_is_refused_told_in_words_and_tried_again(authority, asked, opens, admin_client, words):
    at = timezone.now()
    doubtful = opens(NOT_BELIEVED[words](authority), at=at)
    changes(at=at)
    assert tell_of_changes(at) == 0
    assert doubtful.got == []
    attempt, delivery = WebhookAttempt.objects.get(), WebhookDelivery.objects.get()
    assert (attempt.outcome, delivery.state) == (Outcome.INSECURE, DeliveryState.WAITING)
    page = admin_client.get(reverse("entregas:inspect", args=[delivery.pk])).content.decode()
    assert words in page
    assert "Su certificado no es válido" in page

    doubtful.close()
    asked.clear()
    mended = opens(showing(authority.issue_cert(NAME)), at=at, port=doubtful.server_port)
    assert tell_of_changes(at + HOUR) == 1
    assert [each.id for each in mended.got] == [delivery.message]


def test_where_the_name_leads_next_nobody_is_which_is_told_in_words(authority, asked, opens):
    at = timezone.now()
    receiver = opens(showing(authority.issue_cert(NAME)), at=at)
    asked.append(NAME)
    changes(at=at)
    assert tell_of_changes(at) == 0
    assert receiver.got == []
    assert WebhookAttempt.objects.get().response.startswith("El servidor no aceptó la conexión")
