"""What a document may be narrowed by: `name:value` pairs in one text, counted under the other choices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern


@lru_cache(maxsize=65536)
def pairs(facets: str) -> tuple[str, ...]:
    """The pairs of a kept text: `type:news topic:3` → `("type:news", "topic:3")`."""
    return tuple(map(intern, facets.split()))


def value_of(facets: str, name: str) -> str:
    """The first value of a facet, blank when there is none."""
    beginning = f"{name}:"
    return next((pair.removeprefix(beginning) for pair in pairs(facets) if pair.startswith(beginning)), "")


def meeting(kept: Mapping[str, int], chosen: Mapping[str, str]) -> int:
    """How many documents meet every choice; `kept` says how many have each text of facets."""
    wanted = {f"{name}:{value}" for name, value in chosen.items()}
    if not wanted:
        return sum(kept.values())
    return sum(documents for facets, documents in kept.items() if wanted.issubset(pairs(facets)))


def counts(kept: Mapping[str, int], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """How many documents each value of each facet has, each facet under the choices made in the others.

    `kept` says how many documents have each text of facets; it may have thousands, so that little is done with each.
    """
    wanted = {f"{name}:{value}": f"{name}:" for name, value in chosen.items()}
    counted: defaultdict[str, int] = defaultdict(int)
    for facets, documents in kept.items():
        for pair in _left(pairs(facets), wanted) if wanted else pairs(facets):
            counted[pair] += documents
    return _by_name(counted)


def _left(told: tuple[str, ...], wanted: Mapping[str, str]) -> Iterable[str]:
    """What a document counts for: all its pairs when it meets every choice, those of the only facet it doesn't."""
    missed = wanted.keys() - told
    if len(missed) == 1:
        of_it = wanted[next(iter(missed))]
        return [pair for pair in told if pair.startswith(of_it)]
    return () if missed else told


def _by_name(counted: Mapping[str, int]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for pair, documents in counted.items():
        name, _, value = pair.partition(":")
        found.setdefault(name, Counter())[value] = documents
    return found
