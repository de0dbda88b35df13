"""What the cluster asks of PostgreSQL, in a process of its own: each function prints what came of it.

`python manage.py shell -c "from tests.search.cluster.on_postgresql import …; …()"` with the DATABASE_URL of one.
"""

import sys
import threading
import time

from django.db import connection, transaction
from django.utils import timezone

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.filling import refill
from search.engines.cluster.following import catch_up, waiting
from search.engines.cluster.servers import OpenSearchServers
from search.engines.tree import Sequence
from search.index.keeping import forget
from tests.search.cluster.documents import NOTE, found, kept
from tests.search.cluster.recorder import Recorder, recording


def say(*words: object) -> None:
    """Print a line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def follow() -> None:
    """Write, change and withdraw documents, and find one."""
    with recording() as recorder:
        servers = _filled(recorder)
        kept(1, "Agua potable")
        kept(1, "Agua para riego")
        last = kept(2, "Agua")
        say("noted", waiting())
        forget(NOTE, [1])
        say("told", catch_up(servers), "left", waiting())
        recorder.hits = [{"_score": 2.5, "fields": {"row": [last.pk]}}, {"_score": 1.5, "fields": {"row": [10_000]}}]
        matches = found(ClusterEngine(servers, "portal"), Sequence(("agu",)))
        say("found", [(match.object_id, match.score) for match in matches])


def begin_while_somebody_writes() -> None:
    """Fill an index while a document is being written: it must be among those that the index is told of."""
    writing = threading.Event()
    writer = threading.Thread(target=_write_slowly, args=(writing,))
    with recording() as recorder:
        writer.start()
        writing.wait(10)
        _filled(recorder)
        writer.join()
        say("written", len(recorder.written))


def _write_slowly(writing: threading.Event) -> None:
    with transaction.atomic():
        kept(1, "Agua potable")
        writing.set()
        time.sleep(1)
    connection.close()


def _filled(recorder: Recorder) -> OpenSearchServers:
    servers = OpenSearchServers({"URLS": [recorder.url], "TIMEOUT": 5})
    refill(servers, "portal", at=timezone.now(), progress=lambda done, total: None)
    return servers
