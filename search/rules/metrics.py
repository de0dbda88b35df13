"""How well a ranking answers a query whose good answers are known. Pure; every figure of one query is from 0 to 1."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from math import log2
from typing import Any


def ndcg(ranked: Sequence[Hashable], grades: Mapping[Any, float], *, at: int = 10) -> float:
    """Normalised discounted cumulative gain of the first `at`: 1 when no order of the judged would serve better.

    The gain is the grade itself and the discount log2(position + 1), as trec_eval does; what has no grade gains
    nothing, and what is told twice counts once. 0 where nothing is graded over 0.
    Source: Järvelin and Kekäläinen, «Cumulated gain-based evaluation of IR techniques», ACM TOIS 20(4), 2002.
    """
    best = _gain(sorted((max(grade, 0) for grade in grades.values()), reverse=True)[:at])
    return _gain([max(grades.get(key, 0), 0) for key in _first(ranked, at)]) / best if best else 0.0


def reciprocal_rank(ranked: Sequence[Hashable], relevant: Collection[Hashable]) -> float:
    """One over the position of the first that is relevant; 0 when none is."""
    return next((1 / place for place, key in enumerate(dict.fromkeys(ranked), start=1) if key in relevant), 0.0)


def recall(ranked: Sequence[Hashable], relevant: Collection[Hashable], *, at: int = 10) -> float:
    """The share of all that is relevant which is among the first `at`; 0 where nothing is."""
    wanted = set(relevant)
    return len(wanted.intersection(_first(ranked, at))) / len(wanted) if wanted else 0.0


def zero_rate(rankings: Iterable[Sequence[Hashable]]) -> float:
    """The share of the rankings that are empty; 0 of no ranking at all."""
    empty = [not ranked for ranked in rankings]
    return mean(empty)


def mean(figures: Iterable[float]) -> float:
    """The average of the figures of many queries; 0 of none."""
    told = list(figures)
    return sum(told) / len(told) if told else 0.0


def _first(ranked: Sequence[Hashable], at: int) -> list[Hashable]:
    return list(dict.fromkeys(ranked))[:at]


def _gain(grades: Sequence[float]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, start=1))
