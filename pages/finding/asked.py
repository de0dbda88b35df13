"""What the address of a search asks for; nothing in it is an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from institution.rules.lima import LIMA
from pages.listing.filters import understood_day
from search.portal import Narrowed

LONGEST_TYPED = 300
# What a search may be narrowed by: its name in the address, and in the index.
FACETS = {"tipo": "type", "tema": "topic", "distrito": "district", "unidad": "unit", "anio": "year"}
BY_DATE = "fecha"
DAYS = ("desde", "hasta")


@dataclass(frozen=True)
class Asked:
    """What was typed, and how its results are narrowed, ordered and paged; `notices` tell what was not understood."""

    typed: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    by_date: bool = False
    page: int = 1
    notices: tuple[str, ...] = ()

    @cached_property
    def narrowed(self) -> Narrowed:
        """How it is narrowed, in the words of the index."""
        until = self.days.get("hasta")
        return Narrowed(
            chosen={FACETS[name]: value for name, value in self.chosen.items()},
            since=_midnight(self.days.get("desde")),
            until=_midnight(until + timedelta(days=1)) if until else None,
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen or self.days)

    @property
    def is_first(self) -> bool:
        """Whether it is the search itself, and no other page, order or part of its results."""
        return not (self.is_narrowed or self.by_date) and self.page == 1

    def address(self, **changes: str) -> str:
        """The query string of the same search from its first page, with parameters changed; blank ones are dropped."""
        days = {name: day.isoformat() for name, day in self.days.items()}
        order = {"orden": BY_DATE} if self.by_date else {}
        query = QueryDict(mutable=True)
        kept = {"q": self.typed, **self.chosen, **days, **order, **changes}
        query.update({name: value for name, value in kept.items() if value})
        return query.urlencode()

    @property
    def whole_address(self) -> str:
        """The query string of the search without anything that narrows it."""
        return self.address(**dict.fromkeys([*self.chosen, *self.days], ""))


def asked_in(query: QueryDict) -> Asked:
    """What an address asks for."""
    days, notices = {}, []
    for name in DAYS:
        if text := query.get(name, ""):
            if day := understood_day(text):
                days[name] = day
            else:
                told = _("No entendimos la fecha «%(value)s»: elíjala en el calendario.")
                notices.append(told % {"value": text[:30]})
    return Asked(
        typed=" ".join(query.get("q", "").replace("\0", " ").split())[:LONGEST_TYPED],
        chosen={name: query[name][:80] for name in FACETS if query.get(name)},
        days=days,
        by_date=query.get("orden") == BY_DATE,
        page=_page(query.get("pagina", "")),
        notices=tuple(notices),
    )


def _page(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, tzinfo=LIMA) if day else None
