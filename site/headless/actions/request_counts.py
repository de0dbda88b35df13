"""The counter that all processes share."""

from datetime import datetime

from django.db import connection

from headless.hurried_writes import in_a_hurry
from headless.models import RequestCount
from headless.rules.limits import minute_of

# One statement, atomic of itself on SQLite (3.35 or later) and PostgreSQL: no two get the same requests.
TAKE = """
    INSERT INTO headless_requestcount (subject, minute, taken) VALUES (%s, %s, %s)
    ON CONFLICT (subject, minute) DO UPDATE SET taken = headless_requestcount.taken + excluded.taken
    RETURNING taken
"""


def take(*, subject: str, minute: int, asked: int) -> int:
    """Ask for some more of the minute's requests; how many were asked for in all. Never waits long.

    Raises OperationalError when SQLite stays busy.
    """
    with in_a_hurry(), connection.cursor() as cursor:
        cursor.execute(TAKE, [subject, minute, asked])
        return cursor.fetchone()[0]


def forget_old_counts(at: datetime) -> int:
    """Erase the counts of minutes before the last one; how many."""
    return RequestCount.objects.filter(minute__lt=minute_of(at)[0] - 1).delete()[0]
