"""Making a new index beside the one that serves, and putting it in its place only when it has everything.

Begun again after a failure or a crash it goes on from where it was; until the end, searches ask the old one.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from search.engines.cluster.following import tell
from search.engines.cluster.schema import FINGERPRINT, document
from search.engines.cluster.servers import Action, Servers
from search.enums import IndexState
from search.index.schema import KEPT
from search.models.cluster import ClusterIndex
from search.models.index import IndexedDocument

COPIED_AT_ONCE = 200
LOCK = f"LOCK TABLE {IndexedDocument._meta.db_table} IN SHARE ROW EXCLUSIVE MODE"

Progress = Callable[[int, int], None]


def refill(servers: Servers, alias: str, *, at: datetime, progress: Progress, restart: bool = False) -> ClusterIndex:
    """Copy every document to a new index and let `alias` stand for it.

    Goes on with the one that was being filled, unless told to `restart` or it has another schema. Unavailable if the
    cluster fails on the way: what was copied is kept for the next time.
    """
    index = _unfinished(servers, alias, restart) or _begun(servers, alias, at)
    _fill(servers, index, progress)
    _serve(servers, alias, index)
    return index


def copied(rows: list[IndexedDocument]) -> Iterator[Action]:
    """Writing the documents as the oldest that can be told of them: what a change said of one stays."""
    for row in rows:
        yield {"_id": str(row.pk), "_source": document(row), "version": 0, "version_type": "external_gte"}


def _unfinished(servers: Servers, alias: str, restart: bool) -> ClusterIndex | None:
    index = ClusterIndex.objects.filter(state=IndexState.FILLING).first()
    if index and (restart or not index.name.startswith(f"{alias}-{FINGERPRINT}-") or not servers.exists(index.name)):
        with _nobody_writing():
            index.delete()
        return None
    return index


def _begun(servers: Servers, alias: str, at: datetime) -> ClusterIndex:
    """An empty index that follows every change from now on."""
    name = f"{alias}-{FINGERPRINT}-{at:%Y%m%d%H%M%S%f}"
    servers.create(name)
    with _nobody_writing():
        return ClusterIndex.objects.create(name=name, begun_at=at)


@contextmanager
def _nobody_writing() -> Iterator[None]:
    """Change which indexes are known while no document is being written: changes are noted for those known then."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute(LOCK)
        yield


def _fill(servers: Servers, index: ClusterIndex, progress: Progress) -> None:
    total = IndexedDocument.objects.count()
    done = IndexedDocument.objects.filter(pk__lte=index.filled_through).count()
    progress(done, total)
    while rows := _next_after(index.filled_through):
        servers.put(index.name, copied(rows))
        index.filled_through = rows[-1].pk
        index.save(update_fields=["filled_through"])
        done += len(rows)
        progress(done, max(done, total))


def _next_after(row: int) -> list[IndexedDocument]:
    rows = IndexedDocument.objects.filter(pk__gt=row).only("kind", *KEPT)
    return list(rows.order_by("pk")[:COPIED_AT_ONCE])


def _serve(servers: Servers, alias: str, index: ClusterIndex) -> None:
    while tell(servers, index):
        continue
    servers.refresh(index.name)
    servers.point(alias, index.name)
    with _nobody_writing():
        ClusterIndex.objects.exclude(pk=index.pk).delete()
        ClusterIndex.objects.filter(pk=index.pk).update(state=IndexState.SERVING)
    _sweep(servers, alias)


def _sweep(servers: Servers, alias: str) -> None:
    """Take away the indexes of ours that nobody asks any more."""
    ours = re.compile(rf"{re.escape(alias)}-[0-9a-f]{{8}}-\d{{20}}")
    known = set(ClusterIndex.objects.values_list("name", flat=True))
    for name in servers.named(alias):
        if ours.fullmatch(name) and name not in known:
            servers.delete(name)
