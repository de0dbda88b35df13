"""The orders that a list may be asked in, and the rows that come after one of them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

Position = tuple[Any, int]


@dataclass(frozen=True)
class Ordering:
    """An order by one column; equals go by primary key, the same way. Rows without a value go last, either way."""

    name: str
    column: str
    descending: bool = False

    @property
    def reversed(self) -> "Ordering":
        return Ordering(f"-{self.name}", self.column, descending=True)

    def sort(self, rows: QuerySet) -> QuerySet:
        key = F(self.column)
        by_key: OrderBy = key.desc(nulls_last=True) if self.descending else key.asc(nulls_last=True)
        return rows.order_by(by_key, "-pk" if self.descending else "pk")

    def after(self, rows: QuerySet, position: Position) -> QuerySet:
        """The rows that follow a position, whether or not its row is still there."""
        value, key = position
        beyond = "lt" if self.descending else "gt"
        later = Q(**{f"pk__{beyond}": key})
        if value is None:
            return rows.filter(later, **{f"{self.column}__isnull": True})
        follows = Q(**{f"{self.column}__{beyond}": value}) | (Q(**{self.column: value}) & later)
        return rows.filter(follows | Q(**{f"{self.column}__isnull": True}))


def both_ways(*orderings: Ordering) -> dict[str, Ordering]:
    """The orderings by the name that asks for them; a minus before it turns it round."""
    return {each.name: each for one in orderings for each in (one, one.reversed)}
