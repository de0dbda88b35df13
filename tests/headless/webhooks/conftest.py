"""Receivers that may be reached though they are not of the public internet, and who keeps the webhooks."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from institution.enums import Role
from tests.headless.webhooks.receiver import Receiver
from tests.pages.desk import sign_in


@pytest.fixture
def receivers(settings) -> Iterator[Callable[[], Receiver]]:
    """Makes receivers that the allow-list names; they end with the test."""
    opened: list[Receiver] = []

    def opens(port: int = 0) -> Receiver:
        opened.append(Receiver(port))
        settings.WEBHOOK_ALLOWED = [*settings.WEBHOOK_ALLOWED, opened[-1].place]
        return opened[-1]

    yield opens
    for receiver in opened:
        receiver.close()


@pytest.fixture
def receiver(receivers) -> Receiver:
    return receivers()


@pytest.fixture
def head(db) -> Client:
    """A browser in which whoever heads the office is signed in."""
    return sign_in(Role.HEAD)
