"""CPU time of the content API's answers, against a plain view and Wagtail's own API v2, in one server and one run.

Run it as `python benchmarks/api.py [folder]`. It makes a database of its own, in a temporary folder unless one is
given to be used again, with the demonstration and 500 notes more, and one gunicorn worker that serves the three. What
is measured is the worker's CPU time for each request, from /proc: it is steadier than throughput on a machine that
others use. No answer is cached by the server: the texts of items are written when the edition is first read
(docs/decisions/0018), so each address is asked for a few times before it is measured. Wagtail's API tells the same
fields of a note as ours (benchmarks/stock/urls.py).
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTES = 500
SECONDS = 1.5  # of CPU at least for each figure, so that the clock's hundredths don't matter
TICKS = os.sysconf("SC_CLK_TCK")
STOCK_LIST = "/stock/pages/?type=pages.NewsPage&fields=*&limit=20"
LIMITS = {"list": (10, 0.1), "detail": (10, 0.1), "304": (1.5, None)}


def main() -> int:
    """Print the figures; 1 when one is over its limit."""
    with kept_or_temporary() as folder, server(folder) as (port, worker):
        note = first_note(port)
        tag = ask(port, "/api/v1/news?fields=*&limit=20").headers["ETag"]
        figures = {
            "plain": (cost(port, worker, "/plain"), ""),
            "stock list": (cost(port, worker, STOCK_LIST), ""),
            "stock detail": (cost(port, worker, f"/stock/pages/{note}/"), ""),
            "list": (cost(port, worker, "/api/v1/news?fields=*&limit=20"), "stock list"),
            "brief list": (cost(port, worker, "/api/v1/news?limit=20"), "stock list"),
            "detail": (cost(port, worker, f"/api/v1/news/{note}"), "stock detail"),
            "304": (cost(port, worker, "/api/v1/news?fields=*&limit=20", {"If-None-Match": tag}), ""),
        }
        return told(figures)


@contextmanager
def kept_or_temporary() -> Iterator[str]:
    """The folder given on the command line, whose database is used again next time, or one for this run."""
    if len(sys.argv) > 1:
        yield sys.argv[1]
        return
    with tempfile.TemporaryDirectory(prefix="bench-api-") as folder:
        yield folder


def told(figures: dict[str, tuple[float, str]]) -> int:
    plain, over = figures["plain"][0], 0
    print(f"{'answer':14} {'CPU ms':>8} {'× plain':>8} {'÷ stock v2':>10}")
    for name, (spent, stock) in figures.items():
        share = spent / figures[stock][0] if stock else None
        print(f"{name:14} {spent * 1_000:8.2f} {spent / plain:8.1f} {f'{share:10.3f}' if share else ''}")
        times, part = LIMITS.get(name, (None, None))
        over |= bool(times and spent / plain > times) | bool(part and share and share > part)
    return int(over)


def cost(port: int, worker: int, address: str, headers: dict[str, str] | None = None) -> float:
    """Seconds of the worker's CPU for one request, over as many as make the figure steady."""
    for _warm in range(3):
        ask(port, address, headers)
    count, begun = 0, cpu_of(worker)
    while (spent := cpu_of(worker) - begun) < SECONDS:
        for _request in range(20):
            ask(port, address, headers)
        count += 20
    return spent / count


def ask(port: int, address: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers={"Connection": "close", **(headers or {})})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status in (200, 304), (answer.status, address)
    return answer


def first_note(port: int) -> int:
    import json

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/api/v1/news?limit=1&fields=id")
    return json.loads(connection.getresponse().read())["items"][0]["id"]


def cpu_of(process: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def server(folder: str) -> Iterator[tuple[int, int]]:
    """The port of a server with the demonstration, and the process of its only worker."""
    environment = os.environ | {
        "VAR_DIR": folder, "MEDIA_DIR": f"{folder}/media", "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "benchmarks.stock.settings", "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
    }  # fmt: skip
    for command in (["migrate", "-v0"], ["load_demo", "--scale", str(NOTES)]):
        run = [sys.executable, "manage.py", *command]
        subprocess.run(run, cwd=ROOT, check=True, env=environment, stdout=subprocess.DEVNULL)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    running = subprocess.Popen([*command, "--workers", "1"], cwd=ROOT, env=environment)
    try:
        wait(port)
        yield port, worker_of(running.pid)
    finally:
        running.terminate()
        running.wait(timeout=30)


def worker_of(master: int) -> int:
    """The only child of gunicorn's master."""
    return int(Path(f"/proc/{master}/task/{master}/children").read_text().split()[0])


def wait(port: int) -> None:
    for _attempt in range(120):
        try:
            ask(port, "/plain")
        except (OSError, AssertionError):
            time.sleep(0.5)
        else:
            return
    raise TimeoutError("The server didn't answer within a minute")


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())
