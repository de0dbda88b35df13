"""The list of searches that must not get worse: read, measured, and told when it does."""

import pytest
from django.core.management import CommandError, call_command

from search.actions import quality
from search.actions.quality import LIST, read_expectations
from search.rules.quality import Expectation, dropped, expectations, measured
from tests.factories.pages import published_note

ROW = {"query": "agua", "page": "/noticias/agua/", "position": "1"}


def test_the_list_that_comes_with_the_program_can_be_read():
    assert len(read_expectations(LIST)) > 50


@pytest.mark.parametrize(
    "wrong",
    [{"position": "0"}, {"position": "11"}, {"position": "uno"}, {"page": "noticias"}, {"query": " "}, {"page": None}],
)
def test_a_row_that_says_nothing_is_named(wrong):
    with pytest.raises(ValueError, match="Fila 3"):
        expectations([ROW, ROW | wrong])


def test_the_figures_are_those_worked_out_by_hand_and_what_comes_late_is_told():
    expected = [Expectation("agua", "/a/", 1), Expectation("agua", "/b/", 2), Expectation("luz", "/c/", 1)]
    found = measured(expected, {"agua": ["/a/", "/x/", "/b/"], "luz": []}.__getitem__)
    best = 3 + 2 / 1.5849625
    assert found.figures == {"ndcg": round((3 + 2 / 2) / best / 2, 4), "reciprocal_rank": 0.5, "zero_rate": 0.5}
    assert found.missed == [(expected[1], 3), (expected[2], 0)]


def test_only_what_got_clearly_worse_counts():
    before = {"ndcg": 0.8, "reciprocal_rank": 0.8, "zero_rate": 0.1}
    assert dropped(before | {"ndcg": 0.795, "zero_rate": 0.0}, before) == []
    assert dropped({"ndcg": 0.7, "reciprocal_rank": 0.9, "zero_rate": 0.2}, before) == ["ndcg", "zero_rate"]


@pytest.mark.django_db
def test_the_command_fails_when_the_portal_answers_worse(tree, tmp_path, monkeypatch, capsys):
    note = published_note(title="Corte de agua")
    listed, figures = tmp_path / "list.csv", tmp_path / "figures.toml"
    listed.write_text(f"query,page,position\ncortes de agua,{note.url},1\n", encoding="utf-8")
    monkeypatch.setattr(quality, "RECORDED", figures)
    call_command("check_search", list=listed, record=True)
    call_command("check_search", list=listed)
    assert "nDCG@10             1.0000" in capsys.readouterr().out
    note.unpublish()
    with pytest.raises(CommandError, match=r"nDCG@10 0.0 \(antes 1.0\)"):
        call_command("check_search", list=listed)
    with pytest.raises(CommandError, match="No se pudo leer"):
        call_command("check_search", list=tmp_path / "absent.csv")
