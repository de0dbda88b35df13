"""Arranging rows that name their parent as a tree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar


class Child(Protocol):
    pk: int
    parent_id: int | None


Row = TypeVar("Row", bound=Child)


@dataclass
class Node(Generic[Row]):
    """A row with its children, `depth` 0 at the roots."""

    row: Row
    depth: int
    children: list["Node[Row]"] = field(default_factory=list)


def forest(rows: Iterable[Row]) -> list[Node[Row]]:
    """The roots with everything under them, siblings in the order given; rows whose parent is absent are roots."""
    rows = list(rows)
    known = {row.pk for row in rows}
    by_parent: dict[int | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_parent[row.parent_id if row.parent_id in known else None].append(row)
    return _nodes(by_parent, None, 0)


def flattened(nodes: list[Node[Row]]) -> list[Node[Row]]:
    """Every node in reading order: a parent, then all that hangs from it."""
    return [found for node in nodes for found in (node, *flattened(node.children))]


def _nodes(by_parent: dict[int | None, list[Row]], parent: int | None, depth: int) -> list[Node[Row]]:
    return [Node(row, depth, _nodes(by_parent, row.pk, depth + 1)) for row in by_parent[parent]]
