"""A list: filtered, ordered, cut after a cursor; stable while others add rows."""

import json
from dataclasses import dataclass
from typing import Any

from headless.cursors import cursor_at, position_of
from headless.parameters import narrowed
from headless.questions import Question
from headless.resources import OVERVIEW, Resource

# What changes how much is told, but not which elements nor their order.
APART = {"limit", "cursor", "total", OVERVIEW, "fields", "expand", "renditions", "body"}


@dataclass(frozen=True)
class Slice:
    """The primary keys of one page of a list, the cursor of the next page, and how many the whole list has if asked."""

    keys: list[int]
    next: str | None
    total: int | None


def slice_of(resource: Resource, question: Question) -> Slice:
    """One page of the rows that may be seen. Raises Problem."""
    asked = question.values
    ordering, limit = resource.orderings[asked["order"]], asked["limit"]
    what = _what_is_asked(resource, asked)
    rows = narrowed(resource.rows(question), resource.filters, asked)
    total = rows.order_by().count() if asked["total"] else None
    if asked["cursor"]:
        rows = ordering.after(rows, position_of(asked["cursor"], ordering, rows, question=what))
    found = list(ordering.sort(rows).values_list("pk", ordering.column)[: limit + 1])
    keys = [key for key, _value in found[:limit]]
    return Slice(keys, cursor_at(*found[limit - 1], question=what) if len(found) > limit else None, total)


def _what_is_asked(resource: Resource, values: dict[str, Any]) -> str:
    """The resource, filters and order as text, the same for every page of one list."""
    lasting = {name: value for name, value in values.items() if name not in APART and value is not None}
    return f"{resource.name}?{json.dumps(lasting, sort_keys=True, default=str)}"
