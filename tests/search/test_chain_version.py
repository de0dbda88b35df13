from datetime import UTC, datetime

import pytest

from search.index.chain_version import chain_version, follow_chain
from search.models import AnalysedWith, IndexedDocument
from tests.factories.pages import published_note

AT = datetime(2026, 11, 24, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_everything_is_analysed_anew_when_the_chain_is_another():
    note = published_note(title="Agua potable")
    row = IndexedDocument.objects.filter(object_id=note.pk, kind="pages.newspage")
    row.update(title="terms of another chain")
    AnalysedWith.objects.create(pk=1, chain="another")
    follow_chain(AT)
    assert row.get().title == "agu potabl"
    assert AnalysedWith.objects.get().chain == chain_version()


def test_nothing_is_done_but_asking_when_the_chain_is_the_same(django_assert_num_queries):
    AnalysedWith.objects.create(pk=1, chain=chain_version())
    with django_assert_num_queries(1):
        follow_chain(AT)
