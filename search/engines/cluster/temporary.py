"""An index for as long as something is measured, of documents that are in no portal."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from search.engines.cluster.engine import ClusterEngine, Scores
from search.engines.cluster.filling import COPIED_AT_ONCE, copied
from search.engines.cluster.servers import Servers
from search.engines.matches import Ask
from search.models.index import IndexedDocument


@contextmanager
def temporary(servers: Servers, *, using: str) -> Iterator[ClusterEngine]:
    """The documents that `using` has when they are first searched, in an index of its own, deleted at the end."""
    engine = _Copied(servers, f"measured-{uuid4().hex}", using=using)
    try:
        yield engine
    finally:
        servers.delete(engine.alias)


class _Copied(ClusterEngine):
    """Copies the documents of its database to its index before the first search."""

    copied = False

    def _hits(self, ask: Ask) -> Scores:
        if not self.copied:
            self._copy()
        return super()._hits(ask)

    def _copy(self) -> None:
        self.copied = True
        self.servers.create(self.alias)
        last = 0
        rows = IndexedDocument.objects.using(self.using).order_by("pk")
        while batch := list(rows.filter(pk__gt=last)[:COPIED_AT_ONCE]):
            self.servers.put(self.alias, copied(batch))
            last = batch[-1].pk
        self.servers.refresh(self.alias)
