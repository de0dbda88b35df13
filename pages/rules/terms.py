"""To which administration what was published belongs, once that administration is over."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from institution.rules.lima import LIMA


class Years(Protocol):
    """Days of a government, both ends included."""

    starts_on: date
    ends_on: date


Term = TypeVar("Term", bound=Years)


def term_of(instant: datetime | None, terms: Iterable[Term]) -> Term | None:
    """The term among `terms` that governed at the instant, by Lima's clock; None for none or without an instant."""
    if instant is None:
        return None
    day = instant.astimezone(LIMA).date()
    return next((term for term in terms if term.starts_on <= day <= term.ends_on), None)
