"""The engine in use, and a finder over it with the editors' synonyms."""

from collections.abc import Callable

from django.db import connection

from search.analysis.thesaurus import Thesaurus
from search.engines.matches import Engine
from search.engines.postgresql import PostgresqlEngine
from search.engines.sqlite import SqliteEngine
from search.finding import Finder
from search.synonyms import groups

EMBEDDED: dict[str, Callable[[], Engine]] = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}


def embedded() -> Engine:
    """The engine that the database itself is."""
    return EMBEDDED[connection.vendor]()


def finder() -> Finder:
    """A finder over the engine in use."""
    return Finder(embedded(), Thesaurus(groups()))
