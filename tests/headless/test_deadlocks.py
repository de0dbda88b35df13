"""Somebody who reads the feed is never told that others, who write, got in each other's way."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.servers import ROOT, environment

READS = """
from django.utils import timezone
from headless.actions.changes import append_due
from headless.models import PublicItem
append_due(timezone.now())
assert not PublicItem.objects.filter(due_at__isnull=False).exists()
"""
# Something of which the feed said that it would be told of now, and which has left meanwhile.
DUE = (
    "INSERT INTO headless_publicitem (type, key, slug, state, version, address, sequence, due_at) "
    "VALUES ('news', 1, '', 'held', 0, '', 0, now())"
)
CLOCK = "INSERT INTO headless_feedclock (id, last, forgotten, surroundings, era) VALUES (1, 0, 0, 0, 'una')"
HOLD_CLOCK = "SELECT * FROM headless_feedclock FOR UPDATE"
HOLD_PAGE = "SELECT * FROM wagtailcore_page WHERE id = 1 FOR UPDATE"


def until_they_wait(watching: psycopg.Connection, number: int) -> None:
    """Return once so many transactions wait for a lock."""
    for _look in range(2_000):
        if watching.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone() == (number,):
            return
        time.sleep(0.01)
    raise TimeoutError("nobody waits")


@pytest.mark.xdist_group("postgresql")
def test_a_reader_whom_postgresql_ends_to_free_two_writers_tells_what_is_due_all_the_same(fresh_postgresql):
    url = fresh_postgresql()
    impatient = environment(DATABASE_URL=url, PGOPTIONS="-c deadlock_timeout=400ms")  # so it is the one to be ended
    with psycopg.connect(url, autocommit=True) as watching, ThreadPoolExecutor(2) as writers:
        watching.execute(DUE)
        watching.execute(CLOCK)
        one, other = psycopg.connect(url), psycopg.connect(url)
        one.execute(HOLD_CLOCK)
        other.execute(HOLD_PAGE)
        command = [sys.executable, "manage.py", "shell", "-c", READS]
        reader = subprocess.Popen(command, cwd=ROOT, env=impatient, stderr=subprocess.PIPE, text=True)
        until_they_wait(watching, 1)
        waiting = [writers.submit(other.execute, HOLD_CLOCK)]
        until_they_wait(watching, 2)
        waiting.append(writers.submit(one.execute, HOLD_PAGE))
        ended = {type(each.exception(timeout=30)) for each in waiting}
        for writer in (one, other):
            writer.close()
        assert reader.communicate(timeout=60)[1] == ""
    assert reader.returncode == 0
    assert ended == {type(None), psycopg.errors.DeadlockDetected}
