"""Writes that name themselves, done once however many times they are sent.

Source: draft-ietf-httpapi-idempotency-key-header.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from headless.models import AccessToken, KeptAnswer
from headless.problem_types import IDEMPOTENCY_KEY_REUSED
from headless.problems import Problem

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A write as it came: whose, the name that it gave itself, where to, and its bytes."""

    token: AccessToken
    key: str
    path: str
    sent: bytes

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.path.encode() + b"\n" + self.sent).hexdigest()


@transaction.atomic
def answer_once(*, sending: Sending, act: Callable[[], str], at: datetime) -> tuple[str, bool]:
    """What `act` answers, or answered the first time; and whether it was done before.

    The name is taken in the transaction that acts: of two that are sent at once, the second waits for the first and
    repeats its answer; what failed leaves no trace. Raises Problem when the name was given to something else.
    """
    kept, new = KeptAnswer.objects.get_or_create(
        token=sending.token, key=sending.key, defaults={"fingerprint": sending.fingerprint, "at": at}
    )
    if not new and kept.fingerprint != sending.fingerprint:
        detail = _("Con ese «Idempotency-Key» ya se envió otra cosa: para un envío nuevo use otro nombre.")
        raise Problem(IDEMPOTENCY_KEY_REUSED, detail)
    if new:
        kept.answer = act()
        kept.save(update_fields=["answer"])
    return kept.answer, not new


def forget_old_answers(at: datetime) -> int:
    """Erase the answers kept for over a day; how many."""
    return KeptAnswer.objects.filter(at__lt=at - KEPT_FOR).delete()[0]
