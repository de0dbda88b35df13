"""What a document may be narrowed by: `name:value` pairs in one text, counted under the other choices."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=16384)
def pairs(facets: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a kept text: `type:news topic:3` → `(("type", "news"), ("topic", "3"))`."""
    return tuple((name, value) for name, _, value in (pair.partition(":") for pair in facets.split()))


def value_of(facets: str, name: str) -> str:
    """The first value of a facet, blank when there is none."""
    return next((value for key, value in pairs(facets) if key == name), "")


def chosen_ones(facets: str, chosen: Mapping[str, str]) -> frozenset[str]:
    """The names of the choices that a document with those facets meets."""
    return frozenset(name for name, value in chosen.items() if (name, value) in pairs(facets))


def meets(facets: str, chosen: Mapping[str, str]) -> bool:
    """Whether a document with those facets meets every choice."""
    return len(chosen_ones(facets, chosen)) == len(chosen)


def counts(kept: Mapping[str, int], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """How many documents each value of each facet has, each facet under the choices made in the others."""
    counted: dict[str, Counter[str]] = {}
    for facets, documents in kept.items():
        missed = chosen.keys() - chosen_ones(facets, chosen)
        if len(missed) > 1:
            continue
        for name, value in pairs(facets):
            if missed <= {name}:
                counted.setdefault(name, Counter())[value] += documents
    return counted
