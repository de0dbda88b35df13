"""The engine in use, and a finder over it with the editors' synonyms."""

from collections.abc import Callable

from django.db import connection

from search.analysis.thesaurus import thesaurus_of
from search.engines.cluster import chosen
from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.steady import SteadyEngine
from search.engines.matches import Engine
from search.engines.postgresql import PostgresqlEngine
from search.engines.sqlite import SqliteEngine
from search.enums import IndexState
from search.finding import Finder
from search.models import ClusterIndex
from search.synonyms import groups

EMBEDDED: dict[str, Callable[[], Engine]] = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}


def embedded() -> Engine:
    """The engine that the database itself is."""
    return EMBEDDED[connection.vendor]()


def engine() -> Engine:
    """The cluster of the settings once it is filled, with the database for when it doesn't answer; or that alone."""
    cluster = chosen.servers()
    if cluster is None or not ClusterIndex.objects.filter(state=IndexState.SERVING).exists():
        return embedded()
    return SteadyEngine(ClusterEngine(cluster, chosen.alias()), embedded())


def finder() -> Finder:
    """A finder over the engine in use."""
    return Finder(engine(), thesaurus_of(tuple(map(tuple, groups()))))
