"""What the worker does every minute for this room."""

from institution.recurring import every_minute
from search.actions.attached import follow_privacy, read_missed
from search.actions.use import forget
from search.engines.cluster.telling import tell_once_kept, tell_what_waits
from search.index.chain_version import follow_chain
from search.index.clock import follow_clock
from search.index.keeping import index_changed


def register() -> None:
    """Hand the jobs to the worker, and tell the cluster what changes in the index."""
    every_minute(forget)
    every_minute(tell_what_waits)
    index_changed.connect(tell_once_kept, dispatch_uid="search.cluster.told")
    every_minute(read_missed)
    every_minute(follow_privacy)
    every_minute(follow_clock)
    every_minute(follow_chain)
