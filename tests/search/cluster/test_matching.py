"""The cluster matches what the database matches, and what tells most of a document comes first."""

from dataclasses import replace

import pytest
from django.utils import timezone

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.filling import refill
from search.engines.matches import Ask
from search.engines.sqlite import SqliteEngine
from search.engines.tree import AllOf, AnyOf, Sequence, Without, completion
from search.models import IndexedDocument
from tests.search.cluster.documents import NOTE, WORK, found, kept

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]

WATER, STREET, SCHOOL, CUT = (Sequence((term,)) for term in ("agu", "call", "colegi", "cort"))


@pytest.fixture
def documents(servers, alias) -> dict[str, int]:
    """A few documents in the cluster, by name."""
    rows = {
        "in the title": kept(1, "Agua para el colegio", facets=[("topic", "water")]),
        "in the body": kept(2, "Aviso del barrio", body="Se repartirá agua en el colegio nuevo"),
        "a work": kept(3, "Calle del colegio", kind=WORK),
        "a cut": kept(4, "Corte de agua", body="Corte en la calle Lima"),
    }
    refill(servers, alias, at=timezone.now(), progress=lambda done, total: None)
    return {row.pk: name for name, row in rows.items()}


@pytest.mark.parametrize(
    "tree",
    [
        WATER,
        AnyOf((WATER, STREET)),
        AllOf((WATER, SCHOOL)),
        Without(WATER, CUT),
        Without(AnyOf((WATER, SCHOOL)), AnyOf((CUT, STREET))),
        Sequence(("cort", "agu")),
        Sequence(("agu", "cort")),
        AllOf((Sequence(("call", "lim")), CUT)),
        Sequence(("nada",)),
        Sequence(('"; DROP', "*")),
        Sequence(("AND", "OR", "(")),
    ],
)
def test_it_matches_what_the_database_does(engine, documents, tree):
    ours = {documents[match.row] for match in found(engine, tree, NOTE, WORK)}
    assert ours == {documents[match.row] for match in found(SqliteEngine(), tree, NOTE, WORK)}


def test_a_word_in_the_title_tells_more_than_one_in_the_body(engine, documents):
    notes = found(engine, SCHOOL)
    assert [documents[match.row] for match in notes] == ["in the title", "in the body"]
    assert notes[0].score > notes[1].score > 0


def test_only_the_kinds_that_are_asked_for_are_found(engine, documents):
    assert [documents[match.row] for match in found(engine, SCHOOL, WORK)] == ["a work"]


def test_only_what_may_be_seen_is_found_and_counted(engine, documents):
    among = IndexedDocument.objects.filter(pk__in=[1])  # any queryset whose keys are those of the documents
    seen = found(engine, SCHOOL, among=among)
    assert [documents[match.row] for match in seen] == ["in the title"]
    assert sum(engine.counted(Ask(SCHOOL, kinds=[NOTE], among=among)).values()) == 1


def test_what_is_narrowed_by_a_facet_is_counted_whole(engine, documents):
    assert [documents[match.row] for match in found(engine, SCHOOL, chosen={"topic": "water"})] == ["in the title"]
    assert engine.counted(Ask(SCHOOL, kinds=[NOTE], chosen={"topic": "water"})) == {"topic:water": 1, "": 1}


def test_a_title_is_completed_as_it_is_written(engine, documents):
    tree = completion("agua para el cole")
    assert [documents[match.row] for match in found(engine, tree)] == ["in the title"]
    assert [documents[match.row] for match in found(SqliteEngine(), tree)] == ["in the title"]


def test_a_beginning_goes_on_in_order(engine, documents):
    assert [documents[match.row] for match in found(engine, Sequence(("cort", "ag"), prefix=True))] == ["a cut"]


def test_only_the_columns_that_are_named_are_looked_at(engine, documents):
    assert [documents[match.row] for match in found(engine, SCHOOL, columns=["body"])] == ["in the body"]


def test_its_keys_narrow_a_queryset(engine, documents):
    keys = engine.keys(Ask(SCHOOL, kinds=[NOTE]))
    assert list(IndexedDocument.objects.filter(object_id__in=keys).values_list("object_id", flat=True)) == [1, 2]


def test_the_cluster_is_asked_once_in_a_search(servers, alias, documents):
    asked = []

    class Counting(ClusterEngine):
        def _hits(self, ask):
            asked.append(ask)
            return super()._hits(ask)

    engine = Counting(servers, alias)
    for _ in range(2):
        found(engine, WATER)
        engine.counted(Ask(WATER, kinds=[NOTE]))
    assert len(asked) == 1
    found(engine, replace(WATER))
    assert len(asked) == 2, "the next search asks again, whatever it looks for"


def test_the_ten_thousand_best_of_more_are_joined_with_the_database(engine, documents, monkeypatch):
    scores = dict.fromkeys(documents, 1.5) | dict.fromkeys(range(10**6, 10**6 + 10000), 0.5)
    monkeypatch.setattr(engine, "_hits", lambda ask: scores)
    assert len(found(engine, WATER, NOTE, WORK)) == len(documents)
