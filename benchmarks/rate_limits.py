"""Ways to count requests across processes: what each costs, and whether its limit holds.

`python benchmarks/rate_limits.py` on SQLite and, where it is installed, on PostgreSQL. Two processes, each with two
threads, ask without pause for some seconds against a limit that none may pass. It prints for each way how many passed
of the limit, the microseconds of a request alone, and how many a second the processes made together.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

LIMIT, PROCESSES, THREADS, SECONDS, ALONE = 1_000, 2, 2, 4, 300
TABLES = """
from django.db import connection
from headless.models import RequestCount
with connection.schema_editor() as editor:
    editor.create_model(RequestCount)
    editor.execute("CREATE TABLE bench_requests (subject text)")
"""
Admit = Callable[[], bool]


def row_for_each(subject: str) -> Admit:
    """A row for each request, counted before it is added."""
    from django.db import connection

    def admit() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM bench_requests WHERE subject = %s", [subject])
            passes = cursor.fetchone()[0] < LIMIT
            cursor.execute("INSERT INTO bench_requests (subject) VALUES (%s)", [subject])
        return passes

    return admit


def row_raised(subject: str) -> Admit:
    """One row, raised by each request."""
    from headless.actions.request_counts import take

    return lambda: take(subject=subject, minute=1, asked=1) <= LIMIT


def file_cache(subject: str) -> Admit:
    """Django's file cache, whose increment reads and then writes."""
    from django.core.cache.backends.filebased import FileBasedCache

    cache = FileBasedCache(os.environ["VAR_DIR"] + "/bench-cache", {})
    cache.add(subject, 0, 600)
    return lambda: cache.incr(subject) <= LIMIT


def lease(subject: str) -> Admit:
    """A few at a time from one row."""
    from django.utils.timezone import now

    from headless.limits import LEASES

    at = now()
    return lambda: LEASES.admit(subject=subject, policy="bench", limit=LIMIT, at=at).passes


WAYS = {way.__name__: way for way in (row_for_each, row_raised, file_cache, lease)}


def ask(name: str) -> None:
    """Say that this process is ready, and ask until the instant that it is told; prints what passed and was asked."""
    import django

    django.setup()
    admit = WAYS[name]("together")
    print("ready", flush=True)
    until = float(input())

    def keep_asking(_thread: int) -> tuple[int, int]:
        passed = asked = 0
        while time.time() < until:
            with suppress(OSError, ValueError):  # the file cache, read while another process writes it
                passed += admit()
            asked += 1
        return passed, asked

    with ThreadPoolExecutor(THREADS) as threads:
        counted = list(threads.map(keep_asking, range(THREADS)))
    print(json.dumps([sum(numbers) for numbers in zip(*counted, strict=True)]))


def alone(name: str) -> None:
    """The median microseconds of a request when nobody else asks."""
    import django

    django.setup()
    admit = WAYS[name]("alone")
    times = []
    for _time in range(ALONE):
        start = time.perf_counter()
        admit()
        times.append(time.perf_counter() - start)
    print(json.dumps([statistics.median(times) * 1e6, statistics.mean(times) * 1e6]))


def measure(database: str, url: str, folder: str) -> None:
    """Print a line for each way."""
    from tests.servers import environment, manage

    values = environment(DATABASE_URL=url, VAR_DIR=folder)
    manage("shell", "-v0", "-c", TABLES, DATABASE_URL=url, VAR_DIR=folder)

    def start(*arguments: str) -> subprocess.Popen:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen([sys.executable, __file__, *arguments], env=values, text=True, **pipes)

    for name in WAYS:
        running = [start("ask", name) for _ in range(PROCESSES)]
        for process in running:
            process.stdout.readline()
        for process in running:
            process.stdin.write(f"{time.time() + SECONDS}\n")
            process.stdin.flush()
        counted = [json.loads(process.communicate()[0]) for process in running]
        passed, asked = (sum(numbers) for numbers in zip(*counted, strict=True))
        median, mean = json.loads(start("alone", name).communicate()[0])
        held = "held" if passed <= LIMIT else f"{passed - LIMIT} too many"
        print(f"{database:11} {name:13} {median:7.0f} {mean:7.0f} {asked / SECONDS:8.0f} {passed:7d} {held}")


def main() -> None:
    """Measure on each database."""
    from tests.servers import postgresql, postgresql_programs

    print(f"{'database':11} {'way':13} {'median':>7} {'mean µs':>7} {'a second':>8} {'passed':>7} of {LIMIT}")
    with tempfile.TemporaryDirectory(prefix="limits-") as folder:
        measure("SQLite", f"sqlite:///{folder}/db.sqlite3", folder)
    if programs := postgresql_programs():
        with tempfile.TemporaryDirectory(prefix="limits-") as folder, postgresql(programs) as url:
            measure("PostgreSQL", url, folder)


if __name__ == "__main__":
    {"ask": ask, "alone": alone}.get(sys.argv[1], main)(*sys.argv[2:]) if len(sys.argv) > 1 else main()
