"""What a list of pieces may be filtered by: each kind reads the address, and counts its choices under the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from institution.models import District, OrganicUnit
from institution.rules.lima import LIMA
from pages.models.topics import Topic


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its count under the other filters, and whether it is the one chosen."""

    value: str
    label: str
    count: int
    selected: bool


class Filter(Protocol):
    """A list of values to choose one from."""

    @property
    def parameter(self) -> str:
        """Its name in the address."""

    @property
    def title(self) -> str | Promise:
        """What people call it."""

    def condition(self, value: str) -> Q | None:
        """What the rows must meet for `value`; None when it means nothing."""

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        """The values that some of `rows` has, with how many, and the one chosen though none has it."""


@dataclass(frozen=True)
class ByVocabulary:
    """By a row of a vocabulary, asked for by `key`; `lookup` says how pieces relate to one."""

    parameter: str
    title: str | Promise
    model: Any
    key: str
    lookup: str

    def condition(self, value: str) -> Q | None:
        known = self.model.objects.filter(**{self.key: value}).exists()
        return Q(**{f"{self.lookup}__{self.key}": value}) if known else None

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        counts = dict(rows.order_by().values_list(self.lookup).annotate(Count("pk")))
        found = self.model.objects.filter(Q(pk__in=[pk for pk in counts if pk]) | Q(**{self.key: selected}))
        return [_choice(str(getattr(row, self.key)), str(row), counts.get(row.pk, 0), selected) for row in found]


@dataclass(frozen=True)
class ByWord:
    """By a fixed word, such as a state: its values with their labels, and the condition of each."""

    parameter: str
    title: str | Promise
    words: Iterable[tuple[str, str | Promise]]
    meaning: Callable[[str], Q]

    def condition(self, value: str) -> Q | None:
        return self.meaning(value) if value in dict(self.words) else None

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        counts = rows.aggregate(**{f"n_{word}": Count("pk", filter=self.meaning(word)) for word, _label in self.words})
        offered = [_choice(word, str(label), counts[f"n_{word}"], selected) for word, label in self.words]
        return [choice for choice in offered if choice.count or choice.selected]


@dataclass(frozen=True)
class ByYear:
    """By the year in Lima of a date or an instant."""

    parameter: str
    title: str | Promise
    lookup: str

    def condition(self, value: str) -> Q | None:
        known = value.isascii() and value.isdecimal() and 1900 <= int(value[:5]) <= 2200
        return Q(**{f"{self.lookup}__year": int(value)}) if known else None

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        years = rows.order_by().filter(**{f"{self.lookup}__isnull": False})
        counts = dict(years.values_list(ExtractYear(self.lookup)).annotate(Count("pk")))
        return [_choice(str(year), str(year), counts[year], selected) for year in sorted(counts, reverse=True)]


def piece_filters() -> list[Filter]:
    """The filters that every type of piece has, in the order shown."""
    return [
        ByVocabulary("tema", _("Tema"), Topic, "slug", "topics"),
        ByVocabulary("distrito", _("Distrito"), District, "slug", "district"),
        ByVocabulary("unidad", _("Unidad"), OrganicUnit, "code", "unit"),
    ]


@dataclass(frozen=True)
class DaySpan:
    """From one day to another, both included, over an instant (`lookup`); either end may be left open."""

    lookup: str

    def bounds(self) -> dict[str, Callable[[date], Q]]:
        """What each end means, by its parameter."""
        return {
            "desde": lambda day: Q(**{f"{self.lookup}__gte": _instant(day, time.min)}),
            "hasta": lambda day: Q(**{f"{self.lookup}__lte": _instant(day, time.max)}),
        }


def understood_day(value: str) -> date | None:
    """The day that the address names; None when it isn't one."""
    try:
        day = parse_date(value)
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2200 else None


def _instant(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=LIMA)


def _choice(value: str, label: str, count: int, selected: str) -> Choice:
    return Choice(value, label, count, value == selected)
