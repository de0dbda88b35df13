"""An index of its own for a while, in the tables and engines that the portal uses, and nothing left of it after."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import connections

from search.index import schema
from search.models.index import IndexedDocument, IndexedWord


@contextmanager
def sqlite_index() -> Iterator[str]:
    """The alias of a new SQLite database that has only the index."""
    with tempfile.TemporaryDirectory(prefix="indice-") as folder:
        base = connections.databases["default"]
        name = str(Path(folder) / "index.sqlite3")
        # As the portal's own is opened, when that is a SQLite too.
        options = base.get("OPTIONS", {}) if base["ENGINE"].endswith("sqlite3") else {}
        with _connected(base | {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}) as alias:
            yield alias


@contextmanager
def postgresql_index(settings: dict[str, Any]) -> Iterator[str]:
    """The alias of a new schema, of the PostgreSQL that `settings` reach, that has only the index."""
    name = f"indice_{uuid4().hex[:12]}"
    options = settings.get("OPTIONS", {}) | {"options": f"-c search_path={name}"}
    with _connected(
        settings | {"OPTIONS": options}, before=f"CREATE SCHEMA {name}", after=f"DROP SCHEMA {name} CASCADE"
    ) as alias:
        yield alias


@contextmanager
def _connected(settings: dict[str, Any], *, before: str = "", after: str = "") -> Iterator[str]:
    alias = f"throwaway_{uuid4().hex[:12]}"
    connections.databases[alias] = connections.databases["default"] | settings
    connection = connections[alias]
    try:
        with connection.cursor() as cursor:
            cursor.execute(before or "SELECT 1")
        with connection.schema_editor() as editor:
            for model in (IndexedDocument, IndexedWord):
                editor.create_model(model)
            schema.create(editor)
        yield alias
    finally:
        if after:
            with connection.cursor() as cursor:
                cursor.execute(after)
        connection.close()
        del connections[alias], connections.databases[alias]
