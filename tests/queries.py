"""How many queries an answer costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(client: Client, address: str, query: dict | None = None) -> int:
    """How many queries the address asks, once what is asked only the first time is known."""
    assert client.get(address, query).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, query).status_code == 200
    return len(queries)
