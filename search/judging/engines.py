"""The engines that a collection can be judged with, each over a throw-away index."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import environ
from django.db import DatabaseError, connections

from search.actions.synonyms import shipped_groups
from search.analysis.thesaurus import Thesaurus
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
    settings = connections.databases["default"]
    if not settings["ENGINE"].endswith("postgresql"):
        settings = environ.Env().db_url(POSTGRESQL, default="")
    if not settings or not settings["ENGINE"].endswith("postgresql"):
        raise NotHere(f"Diga en {POSTGRESQL} la dirección de un PostgreSQL: postgres://usuario@servidor/base.")
    with postgresql_index(settings) as using:
        yield Finder(PostgresqlEngine(using), _thesaurus(), using)


ENGINES: dict[str, Callable[[], AbstractContextManager[Finder]]] = {"sqlite": _sqlite, "postgresql": _postgresql}


def _thesaurus() -> Thesaurus:
    """The synonyms of the editors, or those that come with the program where no database has been prepared."""
    try:
        return Thesaurus(groups() or shipped_groups())
    except DatabaseError:
        return Thesaurus(shipped_groups())
