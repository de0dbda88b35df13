"""A real server for what must be seen from outside: real addresses, real bytes."""

from collections.abc import Iterator

import pytest

from tests.servers import served

LOAD = "from tests.headless.content import load; load()"


@pytest.fixture(scope="session")
def api_server(migrated_sqlite, tmp_path_factory) -> Iterator[str]:
    """Where the platform answers with a few notes, served as `make serve` does."""
    with served(tmp_path_factory.mktemp("api"), migrated_sqlite, load=LOAD) as server:
        yield server.url
