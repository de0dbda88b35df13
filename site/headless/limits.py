"""How often somebody may ask. Each process takes a few requests at a time from a counter that all share.

So the limit holds however many processes serve, and most requests write nothing. See decision 0016.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.db import OperationalError

from headless.actions.request_counts import take
from headless.rules.limits import Allowance, granted, lease_size, minute_of

logger = logging.getLogger(__name__)


@dataclass
class Lease:
    """What this process holds of somebody's minute, and what was left for all when it last asked."""

    held: int = 0
    left: int = 1


class Leases:
    """The leases of this process, of one minute; safe among its threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.clear()

    def clear(self) -> None:
        """Hold nothing."""
        self._minute, self._leases = 0, dict[str, Lease]()

    def admit(self, *, subject: str, policy: str, limit: int, at: datetime) -> Allowance:
        """Count one more request of somebody at `at`, and tell how they stand and whether it passes."""
        minute, resets_in = minute_of(at)
        passes, left = self._use(subject, minute)
        while left and not passes:  # another thread may use what this one asked for
            self._ask(subject, limit)
            passes, left = self._use(subject, minute)
        left = min(limit, left - passes)
        return Allowance(policy=policy, limit=limit, left=left, resets_in=resets_in, passes=passes)

    def _use(self, subject: str, minute: int) -> tuple[bool, int]:
        """Use one of the requests that are held, if any; whether one was, and how many were left before."""
        with self._lock:
            if minute > self._minute:
                self._minute, self._leases = minute, {}
            lease = self._leases.setdefault(subject, Lease())
            passes, left = lease.held > 0, lease.held + lease.left
            lease.held -= passes
            return passes, left

    def _ask(self, subject: str, limit: int) -> None:
        """Take some more from the counter that all share. While SQLite is busy, they pass unasked."""
        minute, asked = self._minute, lease_size(limit)
        try:
            taken = take(subject=subject, minute=minute, asked=asked)
        except OperationalError:
            logger.warning("The requests of this minute could not be counted: a few pass uncounted", exc_info=True)
            taken = asked
        with self._lock:
            if self._minute == minute:  # what was asked for a minute is of no use in the next
                lease = self._leases.setdefault(subject, Lease())
                lease.held += granted(taken=taken, asked=asked, limit=limit)
                lease.left = max(0, limit - taken)


LEASES = Leases()
