"""A list: filtered, ordered, cut after a cursor; stable while others add rows."""

import json
from typing import Any

from django.db.models import Model

from headless.cursors import cursor_at, position_of
from headless.parameters import narrowed
from headless.questions import Question
from headless.resources import Resource

PAGING = {"limit", "cursor"}


def list_rows(resource: Resource, question: Question) -> tuple[list[Model], str | None]:
    """One page of public rows, and the cursor of the next page or None at the end. Raises Problem."""
    asked = question.values
    ordering, limit = resource.orderings[asked["order"]], asked["limit"]
    what = _what_is_asked(resource, asked)
    rows = narrowed(resource.rows(question), resource.filters, asked)
    if asked["cursor"]:
        rows = ordering.after(rows, position_of(asked["cursor"], ordering, rows, question=what))
    found = list(ordering.sort(resource.for_list(rows))[: limit + 1])
    more = len(found) > limit
    return found[:limit], cursor_at(found[limit - 1], ordering, question=what) if more else None


def _what_is_asked(resource: Resource, values: dict[str, Any]) -> str:
    """The resource, filters and order as text, the same for every page of one list."""
    lasting = {name: value for name, value in values.items() if name not in PAGING and value is not None}
    return f"{resource.name}?{json.dumps(lasting, sort_keys=True, default=str)}"
