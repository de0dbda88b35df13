"""Every way in which the API may be asked for something, built from what it offers."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import urlencode

from headless.kinds import Keys, OneOf, Vocabulary, Whole, Words
from headless.moments import Day, Instant
from headless.parameters import Filter
from headless.resources import Resource
from headless.shaping import Fields, Several

MOST_VALUES = 3


def addresses_of(resource: Resource, *, keys: Sequence[object], word: str, at: datetime) -> Iterator[str]:
    """A resource's list by each order and each value of each filter, counted and with all of each element; and each
    of the elements of those keys.
    """
    path, everything = f"/api/v1/{resource.name}", dict(_all_of_each(resource))
    yield path
    for order in resource.orderings:
        yield f"{path}?{urlencode(everything | {'total': 1, 'order': order})}"
    for each in resource.filters:
        for value in _values(each, keys=keys, word=word, at=at):
            yield f"{path}?{urlencode(everything | {'total': 1, each.name: value})}"
    for form in resource.body.forms if resource.body else ():
        yield f"{path}?{urlencode(everything | {'body': form})}"
    yield from (f"{path}/{key}" for key in keys)
    yield f"{path}/{keys[0]}?{urlencode(everything)}"


def _all_of_each(resource: Resource) -> Iterator[tuple[str, str]]:
    """What asks for all that is told of each element: fields, expansions, sizes of pictures. LookupError for a way of
    shaping that isn't known here.
    """
    for each in resource.shaping:
        if isinstance(each.kind, Fields):
            yield each.name, "*"
        elif isinstance(each.kind, Several):
            yield each.name, ",".join(each.kind.choices[: each.kind.most])
        elif each.name != "body":
            raise LookupError(f"Say here how «{each.name}» is asked for")


def _values(each: Filter, *, keys: Sequence[object], word: str, at: datetime) -> list[object]:
    """What to try in a filter. LookupError for a kind that isn't known here."""
    kind = each.kind
    if isinstance(kind, Words):
        return [word]
    if isinstance(kind, OneOf):
        return list(kind.choices)[:MOST_VALUES]
    if isinstance(kind, Keys):
        return [key for key in keys if isinstance(key, int)]
    if isinstance(kind, Vocabulary):
        used = kind.rows(at).values_list(kind.keys[0], flat=True)[:MOST_VALUES]
        return [word, *used]
    if isinstance(kind, Instant | Day):
        return ["2026-07-28"]
    if isinstance(kind, Whole):
        return [kind.minimum, 2026]
    raise LookupError(f"Say here what to try in the filter «{each.name}»")
