"""How well a ranking answers: the figures by which search is judged."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rules.metrics import mean, ndcg, recall, reciprocal_rank, zero_rate

KEYS = st.integers(0, 30)
RANKED = st.lists(KEYS, max_size=25)
GRADES = st.dictionaries(KEYS, st.integers(0, 3), max_size=25)


def test_a_known_ranking_has_the_figure_worked_out_by_hand():
    grades = {"a": 3, "b": 2, "c": 1}
    gained = 2 + 3 / log2(3) + 1 / log2(5)
    assert ndcg(["b", "a", "x", "c"], grades) == pytest.approx(gained / (3 + 2 / log2(3) + 1 / 2))
    assert reciprocal_rank(["x", "c", "a"], grades) == 1 / 2
    assert recall(["x", "c", "a"], grades, at=2) == pytest.approx(1 / 3)
    assert zero_rate([["a"], [], [], ["b"]]) == 1 / 2


def test_nothing_judged_and_nothing_found_are_worth_nothing():
    assert ndcg(["a"], {}) == ndcg(["a"], {"a": 0}) == ndcg([], {"a": 1}) == 0
    assert reciprocal_rank([], ["a"]) == reciprocal_rank(["a"], []) == recall(["a"], []) == 0
    assert zero_rate([]) == mean([]) == 0


@given(RANKED, GRADES)
def test_every_figure_is_between_none_and_all(ranked, grades):
    for figure in (ndcg(ranked, grades), reciprocal_rank(ranked, grades), recall(ranked, grades)):
        assert 0 <= figure <= 1 + 1e-9


@given(GRADES.filter(lambda grades: any(grades.values())))
def test_the_best_order_is_whole_and_no_order_is_better(grades):
    best = sorted(grades, key=grades.__getitem__, reverse=True)
    assert ndcg(best, grades) == pytest.approx(1)
    assert ndcg(best[::-1], grades) <= 1 + 1e-9


@given(RANKED, GRADES, st.integers(0, 23))
def test_bringing_the_better_forward_never_lowers_the_figure(ranked, grades, place):
    ranked = list(dict.fromkeys(ranked))
    if place + 1 >= len(ranked) or grades.get(ranked[place], 0) >= grades.get(ranked[place + 1], 0):
        return
    swapped = [*ranked[:place], ranked[place + 1], ranked[place], *ranked[place + 2 :]]
    assert ndcg(swapped, grades) >= ndcg(ranked, grades) - 1e-9


@given(RANKED, GRADES)
def test_telling_the_same_twice_gains_nothing(ranked, grades):
    assert ndcg([each for each in ranked for _time in range(2)], grades) == ndcg(ranked, grades)
