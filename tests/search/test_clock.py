"""The vocabulary has the words of what anybody may read, as the clock goes on and nobody saves anything."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.models import NewsPage
from search.index.clock import follow_clock
from search.models import IndexedDocument, IndexedWord
from search.portal import word_completions
from tests.factories.pages import published_note

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def rows(count: int, *, is_open: bool) -> None:
    """Entries of pages that are not there."""
    IndexedDocument.objects.bulk_create(
        IndexedDocument(kind="pages.newspage", object_id=10**6 + number, words="alpaca llama", open=is_open)
        for number in range(count)
    )


def test_the_words_of_an_embargoed_note_are_proposed_once_its_embargo_ends(tree):
    published_note(title="Piscigranja", embargo_until=NOON + HOUR)
    follow_clock(NOON + HOUR - timedelta(seconds=1))
    assert word_completions("piscig") == []
    follow_clock(NOON + HOUR)
    assert word_completions("piscig") == ["piscigranja"]


def test_the_words_of_a_note_that_expired_are_proposed_no_more(tree):
    published_note(title="Piscigranja", expire_at=NOON + HOUR)
    assert word_completions("piscig") == ["piscigranja"]
    follow_clock(NOON + HOUR)
    assert word_completions("piscig") == []


def test_the_words_of_a_section_that_becomes_private_are_proposed_only_while_it_is_not(tree):
    published_note(title="Piscigranja")
    closed = PageViewRestriction.objects.create(page=tree.index, restriction_type="login")
    follow_clock(NOON)
    assert word_completions("piscig") == []
    closed.delete()
    follow_clock(NOON)
    assert word_completions("piscig") == ["piscigranja"]


def test_following_the_clock_twice_counts_each_word_once(tree):
    published_note(title="Piscigranja", embargo_until=NOON + HOUR)
    assert [follow_clock(NOON + HOUR), follow_clock(NOON + HOUR)] == [1, 0]
    assert IndexedWord.objects.get(text="piscigranja").documents == 1


def test_the_entry_itself_stays_as_it_was(tree):
    note = published_note(title="Piscigranja", embargo_until=NOON + HOUR)
    before = IndexedDocument.objects.filter(object_id=note.pk, kind="pages.newspage").values().get()
    follow_clock(NOON + HOUR)
    assert IndexedDocument.objects.filter(pk=before["id"]).values().get() == before | {"open": True}
    assert NewsPage.objects.get(pk=note.pk).latest_revision == note.latest_revision


def test_where_nothing_changed_3000_entries_are_two_quick_queries_and_no_write(tree):
    follow_clock(NOON)
    rows(3_000, is_open=False)
    begun = time.process_time()
    with CaptureQueriesContext(connection) as asked:
        assert follow_clock(NOON) == 0
    assert len([query for query in asked if "indexeddocument" in query["sql"]]) == 2
    assert not any(query["sql"].startswith(("UPDATE", "INSERT", "SAVEPOINT")) for query in asked)
    assert time.process_time() - begun < 0.5


def test_many_that_changed_at_once_are_written_by_batches(tree):
    def queries(count: int) -> int:
        rows(count, is_open=True)
        with CaptureQueriesContext(connection) as asked:
            assert follow_clock(NOON) == count
        IndexedDocument.objects.filter(object_id__gte=10**6).delete()
        return len(asked)

    follow_clock(NOON)
    assert queries(20) == queries(200)
