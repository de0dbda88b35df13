"""A process that asks as often as it can, as its siblings do.

`ask LIMIT SECONDS` has four threads ask for those seconds and prints how many passed in each minute. `busy` asks
while another connection writes, and prints how long that took and whether it passed.
"""

import json
import sqlite3
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from headless.limits import LEASES  # noqa: E402
from headless.rules.limits import Allowance, minute_of  # noqa: E402

THREADS = 4


def admit(limit: int) -> tuple[int, Allowance]:
    """Ask once; the minute it was, and what came of it."""
    at = timezone.now()
    return minute_of(at)[0], LEASES.admit(subject="somebody", policy="test", limit=limit, at=at)


def ask(limit: str, seconds: str) -> None:
    """Ask without pause."""
    until = time.monotonic() + float(seconds)

    def keep_asking(_thread: int) -> Counter[int]:
        passed: Counter[int] = Counter()
        while time.monotonic() < until:
            minute, allowance = admit(int(limit))
            passed[minute] += allowance.passes
            time.sleep(0.001)
        connection.close()
        return passed

    with ThreadPoolExecutor(THREADS) as threads:
        total = sum(threads.map(keep_asking, range(THREADS)), Counter())
    sys.stdout.write(json.dumps(total))


def busy() -> None:
    """Ask while somebody writes on SQLite."""
    admit(1)
    LEASES.clear()
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    _minute, allowance = admit(1)
    spent = time.monotonic() - start
    other.execute("ROLLBACK")
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    sys.stdout.write(json.dumps({"seconds": spent, "passes": allowance.passes, "patience": patience}))


if __name__ == "__main__":
    {"ask": ask, "busy": busy}[sys.argv[1]](*sys.argv[2:])
