"""The receiver that the integrators' guide shows, run as it stands there."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from headless.enums import ChangeKind
from headless.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.jobs import tell_of_changes
from headless.webhooks.messages import event_of
from headless.webhooks.signatures import secret_of
from tests.factories.webhooks import changes, webhook
from tests.servers import free_port

GUIDE = (Path(settings.BASE_DIR) / "docs" / "how-to" / "integrar.md").read_text(encoding="utf-8")
SEED = "semilla-de-la-prueba"
pytestmark = pytest.mark.django_db


@pytest.fixture
def sample() -> Iterator[tuple[str, subprocess.Popen]]:
    """Where the sample receives, and its process."""
    (code,) = re.findall(r"```python\n(.+?)```", GUIDE, re.S)
    place = f"127.0.0.1:{free_port()}"
    values = os.environ | {"WEBHOOK_SECRETO": secret_of(SEED), "PUERTO": place.rpartition(":")[2]}
    process = subprocess.Popen(
        [sys.executable, "-c", code], env=values, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(place)
        yield place, process
    finally:
        process.kill()
        process.communicate()


def _wait_for(place: str) -> None:
    host, port = place.split(":")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(place)


def test_it_takes_what_we_sign_once_and_nothing_else(sample, settings):
    place, process = sample
    settings.WEBHOOK_ALLOWED = [place]
    at = timezone.now()
    webhook(f"http://{place}/", at=at, seed=SEED)
    changes(2, at=at)
    assert tell_of_changes(at) == 2
    WebhookDelivery.objects.all().again(at=at)
    assert tell_of_changes(at) == 2
    WebhookSubscription.objects.update(seed="otra")
    changes(1, at=at)
    assert tell_of_changes(at) == 0
    assert WebhookAttempt.objects.latest("pk").status == 401
    process.kill()
    assert process.stdout.read() == "item.created nota-1\nitem.created nota-2\n"


def test_it_is_as_short_as_promised_and_the_guide_names_every_message():
    (code,) = re.findall(r"```python\n(.+?)```", GUIDE, re.S)
    assert len([line for line in code.splitlines() if line.strip()]) <= 25
    assert all(f"`{event_of(kind)}`" in GUIDE for kind in ChangeKind)
