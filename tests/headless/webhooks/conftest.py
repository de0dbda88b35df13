"""A receiver that may be reached though it is not of the public internet."""

from collections.abc import Callable, Iterator

import pytest

from tests.headless.webhooks.receiver import Receiver


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
