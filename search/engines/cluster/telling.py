"""The cluster is told what changed as soon as that is kept, and the worker tells it what couldn't be told then."""

import logging
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction

from search.engines.cluster.chosen import servers
from search.engines.cluster.following import catch_up, tell
from search.engines.cluster.resting import rested
from search.engines.cluster.servers import Servers
from search.engines.matches import Unavailable
from search.models.cluster import ClusterIndex

logger = logging.getLogger(__name__)


def tell_once_kept(sender: Any, using: str, **kwargs: Any) -> None:
    """Tell the cluster, if there is one, when the transaction that changes the index is kept."""
    if using == DEFAULT_DB_ALIAS and (reached := servers()):
        transaction.on_commit(lambda: _tell_now(reached), robust=True)


def tell_what_waits(at: datetime) -> None:
    """Tell the cluster all that it wasn't told of."""
    if reached := servers(patient=True):
        try:
            catch_up(reached)
        except Unavailable as unavailable:
            logger.warning("The cluster couldn't be told what changed: %s", unavailable)


def _tell_now(reached: Servers) -> None:
    """Tell the oldest changes; if there are more, or it doesn't answer, the worker will."""
    try:
        with rested():
            for index in ClusterIndex.objects.order_by("-state"):
                tell(reached, index)
    except Unavailable as unavailable:
        logger.warning("The cluster will be told what changed by the worker: %s", unavailable)
