"""A cluster that didn't answer is left alone for a moment, so that nobody else waits for it in vain."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache

from search.engines.cluster.servers import NotUnderstood
from search.engines.matches import Unavailable

KEY = "search-cluster-rests"
SECONDS = 10


@contextmanager
def rested() -> Iterator[None]:
    """Ask the cluster inside; Unavailable without asking for ten seconds after it didn't answer.

    One that refuses a question is asked the next.
    """
    if cache.get(KEY):
        raise Unavailable("the cluster didn't answer a moment ago")
    try:
        yield
    except NotUnderstood:
        raise
    except Unavailable:
        cache.set(KEY, True, SECONDS)
        raise
