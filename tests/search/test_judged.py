"""The search against its judged set (benchmarks/judged), by the figures that it must not fall under."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from benchmarks.judged import variations as miswritten
from benchmarks.judged.rankers import stemmed
from search.finding import Finder
from search.judging.collections import Document, Judged, documents, questions
from search.judging.engines import ENGINES
from search.judging.runs import index, run, worth_by_kind
from search.rules.metrics import mean, ndcg
from tests.servers import ROOT, postgresql, postgresql_programs

JUDGED = ROOT / "benchmarks" / "judged"
AT = datetime(2026, 11, 24, tzinfo=UTC)
MISWRITTEN_ASKED = 250
ACCENTS = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")

pytestmark = pytest.mark.xdist_group("judged")


@pytest.fixture(scope="module")
def collection() -> list[Document]:
    return documents(JUDGED / "documents.jsonl")


@pytest.fixture(scope="module")
def finder(collection, django_db_setup, django_db_blocker) -> Iterator[Finder]:
    with django_db_blocker.unblock(), ENGINES["sqlite"]() as finder:
        index(collection, using=finder.using)
        yield finder


@pytest.fixture
def _any_database(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def half(name: str) -> list[Judged]:
    return questions(JUDGED / f"{name}.jsonl")


def answered_by(engine: str, asked: list[Judged], collection: list[Document]) -> dict[str, list[str]]:
    with ENGINES[engine]() as other:
        index(collection, using=other.using)
        return run(other, collection, asked, at=AT)


def worth(ranked: Mapping[str, Sequence[str]], asked: list[Judged]) -> float:
    return worth_by_kind(asked, ranked)[""].ndcg


@pytest.mark.parametrize(("name", "least"), [("tuning", 0.84), ("untouched", 0.81)])
def test_the_search_is_worth_what_it_was(name, least, finder, collection):
    asked = half(name)
    assert worth(run(finder, collection, asked, at=AT), asked) >= least


def test_every_judged_question_finds_something(finder, collection):
    asked = [*half("tuning"), *half("untouched")]
    assert all(run(finder, collection, asked, at=AT).values())


@pytest.mark.parametrize("name", ["tuning", "untouched"])
def test_it_beats_stemmed_words_with_weight_on_the_title(name, finder, collection):
    asked = half(name)
    plain = stemmed(miswritten.rows(JUDGED / "documents.jsonl"))
    others = {each.id: plain(each.query) for each in asked}
    assert worth(run(finder, collection, asked, at=AT), asked) > worth(others, asked) + 0.02


@pytest.mark.parametrize(
    ("kinds", "share"), [({"typo", "typos"}, 0.95), ({"accents", "ene", "capitals", "number"}, 0.98)]
)
def test_a_miswritten_question_is_answered_nearly_as_well(kinds, share, finder, collection):
    """Against the clean question of each; the share is the one that Part 4 asks of typos and of missing accents."""
    lines = [line for line in miswritten.variations() if line["kind"] in kinds]
    chosen = random.Random(1).sample(lines, MISWRITTEN_ASKED)
    clean = {each.id: each for each in (*half("tuning"), *half("untouched"))}
    asked = [Judged(line["id"], line["query"], line["kind"], clean[line["of"]].grades) for line in chosen]
    originals = {line["of"]: clean[line["of"]] for line in chosen}
    answers = run(finder, collection, asked, at=AT)
    best = run(finder, collection, originals.values(), at=AT)
    of_clean = {key: ndcg(best[key], each.grades) for key, each in originals.items()}
    worth_now = mean(ndcg(answers[each.id], each.grades) for each in asked)
    assert worth_now >= share * mean(of_clean[line["of"]] for line in chosen)


def test_without_any_accent_the_questions_are_answered_alike(finder, collection):
    asked = [*half("tuning"), *half("untouched")]
    bare = [Judged(each.id, each.query.translate(ACCENTS), each.kind, each.grades) for each in asked]
    assert worth(run(finder, collection, bare, at=AT), asked) >= 0.98 * worth(
        run(finder, collection, asked, at=AT), asked
    )


@pytest.mark.skipif(postgresql_programs() is None, reason="PostgreSQL isn't installed on this machine")
def test_postgresql_answers_as_sqlite_does(finder, collection, monkeypatch):
    asked = half("untouched")
    with postgresql(postgresql_programs()) as url:
        monkeypatch.setenv("EVALUATION_DATABASE_URL", url)
        theirs = answered_by("postgresql", asked, collection)
    ours = run(finder, collection, asked, at=AT)
    assert abs(worth(theirs, asked) - worth(ours, asked)) <= 0.03
    assert mean(len({*theirs[key][:10]} & {*ours[key][:10]}) / len(ours[key][:10]) for key in ours) >= 0.9


@pytest.mark.usefixtures("_any_database")
def test_a_collection_of_anybodys_is_judged_by_a_command(tmp_path):
    docs, queries, out = (tmp_path / name for name in ("docs.jsonl", "queries.jsonl", "run.jsonl"))
    docs.write_text(
        '{"id": 7, "title": "Obras de agua", "body": null}\n{"id": "b", "body": "Feria", "date": "2026-05-01"}\n'
    )
    queries.write_text(
        '{"id": 1, "query": "obra agua", "kind": "clave", "relevant": ["7"]}\n'
        '{"id": 2, "query": "ferias", "relevant": {"b": 3}}\n'
        '{"id": 3, "query": "\\u0000", "relevant": []}\n'
    )
    told = StringIO()
    call_command("evaluate_search", docs=docs, queries=queries, out=out, stdout=told)
    assert out.read_text() == '{"id": "1", "ranked": ["7"]}\n{"id": "2", "ranked": ["b"]}\n{"id": "3", "ranked": []}\n'
    assert "clave" in told.getvalue()
    assert "todas                  3     0.667   0.667      0.667     0.333" in told.getvalue()


@pytest.mark.parametrize("line", ["{", "[]", '{"title": "sin id"}', '{"id": 1, "date": "ayer"}', "7"])
@pytest.mark.usefixtures("_any_database")
def test_a_line_that_is_no_document_is_named(line, tmp_path):
    docs, queries = tmp_path / "docs.jsonl", tmp_path / "queries.jsonl"
    docs.write_text(f'{{"id": 1}}\n{line}\n')
    queries.write_text("")
    with pytest.raises(CommandError, match=r"docs\.jsonl, línea 2"):
        call_command("evaluate_search", docs=docs, queries=queries)
