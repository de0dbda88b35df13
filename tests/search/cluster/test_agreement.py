"""The cluster answers the judged questions as the database does: chain, weights and formula are the same."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search.actions.synonyms import shipped_groups
from search.analysis.thesaurus import Thesaurus
from search.engines.cluster.temporary import temporary
from search.engines.sqlite import SqliteEngine
from search.finding import Finder
from search.judging.collections import documents, questions
from search.judging.runs import index, run, worth_by_kind
from search.models import IndexedDocument
from tests.search.cluster.documents import kept
from tests.servers import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]
JUDGED = ROOT / "benchmarks" / "judged"
ALIKE = 0.03
LOOKED_AT = 10


def test_both_engines_find_the_same_ten_and_are_worth_the_same(servers):
    IndexedDocument.objects.all().delete()
    collection, judged = documents(JUDGED / "documents.jsonl"), questions(JUDGED / "untouched.jsonl")
    index(collection, using="default")
    synonyms, at = Thesaurus(shipped_groups()), timezone.now()
    own = run(Finder(SqliteEngine(), synonyms), collection, judged, at=at)
    with temporary(servers, using="default") as engine:
        clusters = run(Finder(engine, synonyms), collection, judged, at=at)
    worth = [worth_by_kind(judged, ranked)[""] for ranked in (own, clusters)]
    shared = [len({*own[key][:LOOKED_AT]} & {*clusters[key][:LOOKED_AT]}) / len(own[key][:LOOKED_AT]) for key in own]
    assert abs(worth[0].ndcg - worth[1].ndcg) <= ALIKE
    assert sum(shared) / len(shared) >= 1 - ALIKE


def test_a_temporary_index_goes_with_the_measurement(servers):
    kept(1, "Agua potable")
    with temporary(servers, using="default") as engine:
        engine.servers.create(engine.alias)
    assert not servers.exists(engine.alias)


def test_without_an_address_the_measurement_says_what_to_set(tmp_path):
    files = {"docs": tmp_path / "docs", "queries": tmp_path / "queries"}
    for file in files.values():
        file.touch()
    with pytest.raises(CommandError, match="SEARCH_CLUSTER_URLS"):
        call_command("evaluate_search", engine="opensearch", **files)
