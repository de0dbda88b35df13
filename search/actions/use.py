"""Counting what is looked for: one row a day for each wording, and nothing of who asked."""

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate

from headless.hurried_writes import in_a_hurry
from search.models import SearchUse, SearchUseQuerySet
from search.rules.asked import WINDOW, as_asked, common_days, may_be_kept

logger = logging.getLogger(__name__)

KEPT = timedelta(days=396)  # thirteen months
# One statement, atomic of itself on SQLite and PostgreSQL: searches at once lose no count.
COUNT = """
    INSERT INTO portal_search_searchuse (day, words, times, empty, corrected, clicks, common)
    VALUES (%s, %s, 1, %s, %s, 0, false)
    ON CONFLICT (day, words) DO UPDATE SET times = portal_search_searchuse.times + 1,
        empty = portal_search_searchuse.empty + excluded.empty,
        corrected = portal_search_searchuse.corrected + excluded.corrected
"""
CLICK = "UPDATE portal_search_searchuse SET clicks = clicks + 1 WHERE day = %s AND words = %s"


def count_search(*, typed: str, found: bool, corrected: bool, at: datetime) -> None:
    """Add one to how often the words were looked for that day in Lima, unless they may tell of somebody.

    Never raises, nor waits for a writer: a search is worth more than its count.
    """
    if may_be_kept(typed):
        _write(COUNT, [localdate(at).isoformat(), as_asked(typed), int(not found), int(corrected)])


def count_click(*, typed: str, at: datetime) -> None:
    """Add one to how often somebody went on to a result of the words, if they were counted that day. Never raises."""
    if may_be_kept(typed):
        _write(CLICK, [localdate(at).isoformat(), as_asked(typed)])


def _write(statement: str, values: list) -> None:
    try:
        with in_a_hurry(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except DatabaseError:
        logger.warning("A search could not be counted", exc_info=True)


def forget(at: datetime) -> int:
    """Throw away what is older than thirteen months, and what after thirty days was not asked often; how many rows.

    What was is marked, so that it is looked at once.
    """
    today = localdate(at)
    gone = SearchUse.objects.filter(day__lt=today - KEPT).delete()[0]
    due = SearchUse.objects.filter(day__lte=today - WINDOW, common=False)
    for words in list(due.order_by().values_list("words", flat=True).distinct()):
        gone += _judge(words, due.filter(words=words))
    return gone


def _judge(words: str, due: SearchUseQuerySet) -> int:
    days = common_days(dict(SearchUse.objects.filter(words=words).values_list("day", "times")))
    due.filter(day__in=days).update(common=True)
    return due.exclude(day__in=days).delete()[0]
