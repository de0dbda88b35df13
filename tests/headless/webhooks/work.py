"""A worker that tells receivers of changes, started by tests that need it to be a process of its own.

`queue N ADDRESS…` makes a webhook for each address and N changes, all at once, and then works as `share` does: until
two webhooks have all that they were to get. `die N ADDRESS…` makes the same and stops for good right after a receiver
answered, before that is noted, so that whoever kills it does so at the worst moment. `heir` works once now and once two
minutes later, and prints how many messages were accepted each time and how many still wait.
"""

import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from headless.models import WebhookDelivery, WebhookSubscription  # noqa: E402
from headless.webhooks.actions import deliver  # noqa: E402
from headless.webhooks.jobs import tell_of_changes  # noqa: E402
from tests.factories.webhooks import changes, webhook  # noqa: E402


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def queue(number: str, *addresses: str) -> None:
    with transaction.atomic():
        for address in addresses:
            webhook(address, at=timezone.now())
        changes(int(number), at=timezone.now())
    share()


def share() -> None:
    accepted, until = 0, time.monotonic() + 60
    while time.monotonic() < until and not _all_arrived():
        accepted += tell_of_changes(timezone.now())
        time.sleep(0.01)
    say(accepted)


def _all_arrived() -> bool:
    told = WebhookSubscription.objects.filter(place__gt=0).count() == 2
    return told and not WebhookDelivery.objects.waiting().exists()


def die(number: str, *addresses: str) -> None:
    def hang(**_answered) -> bool:
        say("answered")
        time.sleep(600)
        return False

    deliver.settle = hang
    queue(number, *addresses)


def heir() -> None:
    now = timezone.now()
    accepted = [tell_of_changes(at) for at in (now, now + timedelta(minutes=2))]
    say(*accepted, WebhookDelivery.objects.waiting().count())


if __name__ == "__main__":
    {"queue": queue, "share": share, "die": die, "heir": heir}[sys.argv[1]](*sys.argv[2:])
