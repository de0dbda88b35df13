"""The engines that a collection can be judged with, each over a throw-away index."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import environ
from django.conf import settings
from django.db import DatabaseError, connections

from search.actions.synonyms import shipped_groups
from search.analysis.thesaurus import Thesaurus
from search.engines.cluster import chosen
from search.engines.cluster.servers import OpenSearchServers
from search.engines.cluster.temporary import temporary
from search.engines.postgresql import PostgresqlEngine
from search.engines.sqlite import SqliteEngine
from search.finding import Finder
from search.judging.throwaway import postgresql_index, sqlite_index
from search.synonyms import groups

POSTGRESQL = "EVALUATION_DATABASE_URL"


class NotHere(Exception):
    """That engine can't be reached from here; the message says what to set, in Spanish."""


@contextmanager
def _sqlite() -> Iterator[Finder]:
    with sqlite_index() as using:
        yield Finder(SqliteEngine(using), _thesaurus(), using)


@contextmanager
def _postgresql() -> Iterator[Finder]:
    database = connections.databases["default"]
    if not database["ENGINE"].endswith("postgresql"):
        database = environ.Env().db_url(POSTGRESQL, default="")
    if not database or not database["ENGINE"].endswith("postgresql"):
        raise NotHere(f"Diga en {POSTGRESQL} la dirección de un PostgreSQL: postgres://usuario@servidor/base.")
    with postgresql_index(database) as using:
        yield Finder(PostgresqlEngine(using), _thesaurus(), using)


@contextmanager
def _opensearch() -> Iterator[Finder]:
    if not settings.SEARCH_CLUSTER["URLS"]:
        raise NotHere("Diga en SEARCH_CLUSTER_URLS la dirección de un OpenSearch: http://servidor:9200.")
    servers = OpenSearchServers(chosen.reached(settings.SEARCH_CLUSTER, patient=True))
    with sqlite_index() as using, temporary(servers, using=using) as engine:
        yield Finder(engine, _thesaurus(), using)


ENGINES: dict[str, Callable[[], AbstractContextManager[Finder]]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
    "opensearch": _opensearch,
}


def _thesaurus() -> Thesaurus:
    """The synonyms of the editors, or those that come with the program where no database has been prepared."""
    try:
        return Thesaurus(groups() or shipped_groups())
    except DatabaseError:
        return Thesaurus(shipped_groups())
