"""What a document may be narrowed by: `name:value` pairs in one text, counted under the other choices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern


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
    """How many documents each value of each facet has, each facet under the choices made in the others.

    `kept` says how many documents have each text of facets; it may have thousands, so that little is done with each.
    """
    wanted = {f"{name}:{value}": f"{name}:" for name, value in chosen.items()}
    counted: defaultdict[str, int] = defaultdict(int)
    for facets, documents in kept.items():
        for pair in _left(_told(facets), wanted) if wanted else _told(facets):
            counted[pair] += documents
    return _by_name(counted)


def _left(told: tuple[str, ...], wanted: Mapping[str, str]) -> Iterable[str]:
    """What a document counts for: all its pairs when it meets every choice, those of the only facet it doesn't."""
    missed = wanted.keys() - told
    if len(missed) == 1:
        of_it = wanted[next(iter(missed))]
        return [pair for pair in told if pair.startswith(of_it)]
    return () if missed else told


@lru_cache(maxsize=65536)
def _told(facets: str) -> tuple[str, ...]:
    return tuple(map(intern, facets.split()))


def _by_name(counted: Mapping[str, int]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for pair, documents in counted.items():
        name, _, value = pair.partition(":")
        found.setdefault(name, Counter())[value] = documents
    return found
