"""Delivering what waits, to several receivers at once, from any number of processes."""

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime

from headless.webhooks.actions.settle import settle
from headless.webhooks.models import WebhookDelivery
from headless.webhooks.sending import Letter, Reply, send
from headless.webhooks.signatures import signed_headers

WORKS_FOR_SECONDS = 20
RECEIVERS_AT_ONCE = 8


def deliver_due(at: datetime) -> int:
    """Send what is due, beginning nothing after twenty seconds; how many were accepted.

    Each receiver is sent one message at a time, in the order of the changes, and no other until it accepted that: what
    fails ends its turn. A slow one holds only its own. If the process dies after a receiver accepted and before that is
    noted, it is sent again with the same identifier.
    """
    with ThreadPoolExecutor(RECEIVERS_AT_ONCE) as pool:
        turn = _Turn(pool, at)
        while turn.goes_on():
            turn.settle_what_ended()
    return turn.accepted


class _Turn:
    """One pass over the receivers. The threads only speak HTTP: the database is asked from here."""

    def __init__(self, pool: ThreadPoolExecutor, at: datetime):
        self.pool, self.at, self.accepted = pool, at, 0
        self.until = time.monotonic() + WORKS_FOR_SECONDS
        self.lanes = deque(WebhookDelivery.objects.lanes(at))
        self.going: dict[Future[Reply], tuple[WebhookDelivery, Letter]] = {}

    def goes_on(self) -> bool:
        """Begin what may begin; whether anything is under way."""
        while self.lanes and len(self.going) < RECEIVERS_AT_ONCE and time.monotonic() < self.until:
            if delivery := _take_next(self.lanes.popleft(), self.at):
                letter = letter_of(delivery, at=self.at)
                self.going[self.pool.submit(send, letter)] = delivery, letter
        return bool(self.going)

    def settle_what_ended(self) -> None:
        """Wait for the first that ends, note what came of it, and let its receiver have its next one."""
        for ended in wait(self.going, return_when=FIRST_COMPLETED).done:
            delivery, letter = self.going.pop(ended)
            if settle(delivery=delivery, letter=letter, reply=ended.result(), at=self.at):
                self.accepted += 1
                self.lanes.append(delivery.subscription_id)


def _take_next(subscription: int, at: datetime) -> WebhookDelivery | None:
    while delivery := WebhookDelivery.objects.next_for(subscription, at):
        if delivery.take(at=at):
            return delivery
    return None


def letter_of(delivery: WebhookDelivery, *, at: datetime) -> Letter:
    """The delivery as it is sent at an instant."""
    to = delivery.subscription
    headers = signed_headers(message=delivery.message, body=delivery.body, at=at, seeds=to.seeds(at))
    return Letter(address=to.address, headers=headers, body=delivery.body)
