"""Small writes that a reader should not wait for: on SQLite, while another writes, they are given up soon."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

LONGEST_WAIT = 250  # milliseconds


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """Within it, a write that finds SQLite busy raises OperationalError after a quarter of a second.

    Only for writes outside a transaction. PostgreSQL locks rows, not the database, so there nothing changes.
    """
    if connection.vendor != "sqlite":
        yield
        return
    patience = round(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1_000)
    _wait_at_most(LONGEST_WAIT)
    try:
        yield
    finally:
        _wait_at_most(patience)


def _wait_at_most(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
