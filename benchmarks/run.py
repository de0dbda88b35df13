"""Time and queries of the portal's and the API's main addresses, in process, over 500 notes.

Run by `make bench`. It makes a database of its own in a temporary folder and prints a table: the median CPU time
of a request in milliseconds, its queries and the size of its body. A plain view is measured beside as the unit.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ADDRESSES = ["/healthz", "/", "/noticias/", "/noticias/?tema=obras", "/noticias/escala-0/", "/buscar/?q=trabajos",
             "/api/v1/news", "/api/v1/news/escala-0", "/feeds/noticias.rss", "/sitemap.xml"]  # fmt: skip
ROUNDS = 15


def prepare(folder: str) -> None:
    """A migrated database with the demonstration and 500 notes more."""
    os.environ.update(VAR_DIR=folder, DJANGO_SETTINGS_MODULE="config.settings.test", MEDIA_DIR=f"{folder}/media")
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
    for command in (["migrate", "-v0"], ["load_demo", "--scale", "500"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def measure() -> None:
    """Print a line for each address."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    print(f"{'address':28} {'CPU ms':>8} {'queries':>8} {'bytes':>8}")
    for address in ADDRESSES:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            body = client.get(address).getvalue()
        asked = len(queries)
        times = [_cpu(client, address) for _ in range(ROUNDS)]
        print(f"{address:28} {statistics.median(times):8.1f} {asked:8d} {len(body):8d}")


def _cpu(client, address: str) -> float:
    start = time.process_time()
    client.get(address)
    return (time.process_time() - start) * 1_000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        prepare(folder)
        measure()
