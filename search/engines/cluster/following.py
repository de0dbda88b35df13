"""Telling an index of the cluster what changed here since it was last told."""

from collections.abc import Iterator

from search.engines.cluster.schema import document
from search.engines.cluster.servers import Action, Servers
from search.engines.matches import Unavailable
from search.models.cluster import ClusterChange, ClusterIndex
from search.models.index import IndexedDocument

TOLD_AT_ONCE = 500


def catch_up(servers: Servers) -> int:
    """Tell every index what changed, the one that serves first; how many changes there were.

    Unavailable when one can't be told.
    """
    return sum(_all_told(servers, index) for index in ClusterIndex.objects.order_by("-state"))


def tell(servers: Servers, index: ClusterIndex) -> int:
    """Tell an index its oldest changes; how many. Safe to run twice at once, and again after a crash.

    The changes are read before the documents, so what is told is never older than its version says; of two tellings
    the cluster keeps the one of the later change. A change that comes meanwhile is another row, and is told next.
    """
    changes = list(index.changes.order_by("pk")[:TOLD_AT_ONCE])
    if not changes:
        return 0
    if not servers.exists(index.name):  # writing to it would make another, without its schema
        raise Unavailable(f"there is no index {index.name}: rebuild_search makes it anew")
    servers.put(index.name, _actions({change.document: change.pk for change in changes}))
    index.changes.filter(pk__in=[change.pk for change in changes]).delete()
    return len(changes)


def _all_told(servers: Servers, index: ClusterIndex) -> int:
    told = total = tell(servers, index)
    while told:
        total += (told := tell(servers, index))
    return total


def _actions(versions: dict[int, int]) -> Iterator[Action]:
    """Writing the documents that are there, and deleting those that aren't, each with the number of its last change."""
    kept = IndexedDocument.objects.in_bulk(versions)
    for pk, version in versions.items():
        action = {"_op_type": "index", "_source": document(kept[pk])} if pk in kept else {"_op_type": "delete"}
        yield action | {"_id": str(pk), "version": version, "version_type": "external_gte"}


def waiting() -> int:
    """How many changes no index was told of yet."""
    return ClusterChange.objects.count()
