"""The embedded engine: the index of the database itself (FTS5 in SQLite, tsvector in PostgreSQL)."""

from typing import Any

from django.db import connection
from django.utils.module_loading import import_string
from modelsearch.backends.base import BaseSearchBackend

from search.analysis.typed import understood

# By name: each can be imported only where its own database is in use.
ENGINES = {
    "sqlite": "modelsearch.backends.database.sqlite.sqlite.SQLiteSearchBackend",
    "postgresql": "modelsearch.backends.database.postgres.postgres.PostgresSearchBackend",
}
ANY_DATABASE = "modelsearch.backends.database.fallback.DatabaseSearchBackend"


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """The engine of the default database, made safe for anything that a person may type."""
    engine = import_string(ENGINES.get(connection.vendor, ANY_DATABASE))
    return type(f"Forgiving{engine.__name__}", (ForgivingSearch, engine), {})(params)


class ForgivingSearch:
    """Understands what was typed before the engine sees it, so that no quote or control character breaks it."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        query = understood(query) if isinstance(query, str) else query
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc]
