"""The agenda as the address asks for it: what is to come or what was, filtered; or a month, day by day."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from institution.rules.lima import LIMA
from pages.enums import EventKind, EventModality
from pages.listing.filters import ByWord, DaySpan, Filter, piece_filters, understood_day
from pages.listing.gathering import gathering_filters
from pages.listing.pieces import Listing, piece_listing

PAST = "pasados"
KEPT = ("cuando", "mes")
SHOWN = DaySpan("shown_start")
MONTHS_AROUND = 24
MOST_IN_A_MONTH = 600


@dataclass(frozen=True)
class Day:
    """A day of the grid with what happens on it; `outside` when it belongs to the month before or after."""

    date: date
    outside: bool
    today: bool
    occurrences: list[Any]


@dataclass(frozen=True)
class Month:
    """A month of the agenda: its days in whole weeks from Monday, and the months that may be seen beside it."""

    first: date
    days: list[Day]
    previous: date | None
    next: date | None

    @property
    def empty(self) -> bool:
        return not any(day.occurrences for day in self.days if not day.outside)


def event_filters(*, at: datetime) -> list[Filter]:
    """The filters of the agenda, in the order shown."""
    return [
        ByWord("tipo", _("Clase"), EventKind.choices, lambda value: Q(kind=value)),
        ByWord("modalidad", _("Modalidad"), EventModality.choices, lambda value: Q(modality=value)),
        *piece_filters(),
        *gathering_filters(at=at),
    ]


def event_listing(query: QueryDict, events: QuerySet, *, at: datetime) -> Listing:
    """The events that are to come from the earliest, or with `cuando=pasados` those that were, from the latest."""
    past = query.get("cuando") == PAST
    shown = _past(events, query, at) if past else _to_come(events, query, at)
    kept = {name: query[name] for name in KEPT if query.get(name)}
    return piece_listing(query, shown, filters=event_filters(at=at), days=SHOWN, kept=kept)


def month_view(query: QueryDict, listing: Listing, *, events: QuerySet, at: datetime) -> Month | None:
    """The month that `mes` asks for (`2026-12`), with what the filters of the listing leave; None without one."""
    today = at.astimezone(LIMA).date()
    first = _understood_month(query.get("mes", ""), today, listing.notices)
    if first is None:
        return None
    start, end = _midnight(first), _midnight(_plus_months(first, 1))
    return Month(
        first=first,
        days=_days(first, _occurrences(_filtered(events, listing), start, end), today),
        previous=_near(_plus_months(first, -1), today),
        next=_near(_plus_months(first, 1), today),
    )


def _to_come(events: QuerySet, query: QueryDict, at: datetime) -> QuerySet:
    start = understood_day(query.get("desde", ""))
    return events.with_next(start=max(at, _midnight(start)) if start else at).for_cards().order_by("shown_start", "pk")


def _past(events: QuerySet, query: QueryDict, at: datetime) -> QuerySet:
    end = understood_day(query.get("hasta", ""))
    limit = min(at, _midnight(end + timedelta(days=1))) if end else at
    return events.with_last(end=limit).for_cards().order_by("-shown_start", "-pk")


def _filtered(events: QuerySet, listing: Listing) -> QuerySet:
    for each in listing.filters:
        if each.parameter in listing.asked:
            events = events.filter(each.condition(listing.asked[each.parameter]))
    return events


def _occurrences(events: QuerySet, start: datetime, end: datetime) -> list[Any]:
    from pages.models.occurrences import Occurrence

    times = Occurrence.objects.filter(event__in=events.order_by().values("pk")).between(start, end)
    return list(times.select_related("event__status")[:MOST_IN_A_MONTH])


def _days(first: date, occurrences: Iterable[Any], today: date) -> list[Day]:
    by_day: dict[date, list[Any]] = {}
    shown = list(Calendar().itermonthdates(first.year, first.month))
    for each in occurrences:
        for day in _covered(each, shown):
            by_day.setdefault(day, []).append(each)
    return [Day(day, day.month != first.month, day == today, by_day.get(day, [])) for day in shown]


def _covered(occurrence: Any, shown: list[date]) -> list[date]:
    begins = occurrence.starts_at.astimezone(LIMA).date()
    ends = (occurrence.ends_at - timedelta(microseconds=1)).astimezone(LIMA).date()
    return [day for day in shown if begins <= day <= ends]


def _understood_month(text: str, today: date, notices: list[str]) -> date | None:
    if not text:
        return None
    first = understood_day(f"{text}-01") if len(text) == 7 else None
    if first is None or _near(first, today) is None:
        notices.append(_("No hay calendario de «%(month)s»: se muestra la lista.") % {"month": text[:20]})
        return None
    return first


def _near(first: date, today: date) -> date | None:
    months = (first.year - today.year) * 12 + first.month - today.month
    return first if abs(months) <= MONTHS_AROUND else None


def _plus_months(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LIMA)
