"""The embedded engine: the index of the database itself (FTS5 in SQLite, tsvector in PostgreSQL)."""

from typing import Any

from django.db import connection
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.backends.database.fallback import DatabaseSearchBackend
from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend
from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend

from search.analysis.typed import understood

ENGINES: dict[str, type[BaseSearchBackend]] = {
    "sqlite": SQLiteSearchBackend,
    "postgresql": PostgresSearchBackend,
}


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """The engine of the default database, made safe for anything that a person may type."""
    engine = ENGINES.get(connection.vendor, DatabaseSearchBackend)
    return type(f"Forgiving{engine.__name__}", (ForgivingSearch, engine), {})(params)


class ForgivingSearch:
    """Understands what was typed before the engine sees it, so that no quote or control character breaks it."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        query = understood(query) if isinstance(query, str) else query
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc]
