"""The list of notes as the address asks for it: filters, counts beside each choice, pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from institution.models import District, OrganicUnit
from institution.rules.lima import LIMA
from pages.models.news import NewsPage, NewsQuerySet
from pages.models.topics import Topic

PER_PAGE = 12


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its count under the other filters, and the address that applies it."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass
class Listing:
    """What the list page shows. `notices` say, in Spanish, which asked values were not understood."""

    page: ResultPage
    choices: dict[str, list[Choice]]
    asked: dict[str, str]
    notices: list[str] = field(default_factory=list)

    @property
    def filtered(self) -> bool:
        return bool(self.asked)

    @property
    def query(self) -> str:
        """The filters as a query string, without the page, for pagination links."""
        query = QueryDict(mutable=True)
        query.update(self.asked)
        return query.urlencode()


@dataclass(frozen=True)
class Filter:
    """A filter by a vocabulary: its parameter, what people call it, its rows and how notes relate to one."""

    parameter: str
    title: str
    model: Any
    key: str
    lookup: str

    def condition(self, value: str) -> Q:
        return Q(**{f"{self.lookup}__{self.key}": value})

    def choices(self, notes: NewsQuerySet, selected: str) -> list[Choice]:
        """The values that some of `notes` has, with how many."""
        counts = dict(notes.values_list(self.lookup).annotate(Count("pk")).order_by())
        rows = self.model.objects.filter(pk__in=[pk for pk in counts if pk])
        return [
            Choice(str(getattr(row, self.key)), str(row), counts[row.pk], str(getattr(row, self.key)) == selected)
            for row in rows
        ]


def filters() -> list[Filter]:
    """The filters by vocabulary, in the order shown."""
    return [
        Filter("tema", _("Tema"), Topic, "slug", "topics"),
        Filter("distrito", _("Distrito"), District, "slug", "district"),
        Filter("unidad", _("Unidad"), OrganicUnit, "code", "unit"),
    ]


def news_listing(query: QueryDict, *, at: datetime) -> Listing:
    """The notes that are public at `at`, filtered and paged by the parameters of `query`; never raises for them."""
    notices: list[str] = []
    conditions: dict[str, Q] = {}
    for each in filters():
        if condition := _vocabulary_condition(each, query.get(each.parameter, ""), notices):
            conditions[each.parameter] = condition
    conditions |= _date_conditions(query, notices)
    visible = NewsPage.objects.visible(at=at)
    found = _under(visible, conditions, Q()).for_cards().newest_first()
    asked = {name: query.get(name, "") for name in conditions}
    choices = {
        each.parameter: each.choices(
            _under(visible, conditions, Q(), but=each.parameter), asked.get(each.parameter, "")
        )
        for each in filters()
    }
    return Listing(Paginator(found, PER_PAGE).get_page(query.get("pagina")), choices, asked, notices)


def _under(notes: NewsQuerySet, conditions: dict[str, Q], start: Q, but: str = "") -> NewsQuerySet:
    for name, condition in conditions.items():
        if name != but:
            notes = notes.filter(condition)
    return notes.filter(start)


def _vocabulary_condition(each: Filter, value: str, notices: list[str]) -> Q | None:
    if not value:
        return None
    if each.model.objects.filter(**{each.key: value}).exists():
        return each.condition(value)
    notices.append(_("No conocemos «%(value)s» como %(name)s; se muestra todo.") % {
        "value": value[:60], "name": each.title.lower(),
    })  # fmt: skip
    return None


def _date_conditions(query: QueryDict, notices: list[str]) -> dict[str, Q]:
    bounds: dict[str, Callable[[date], Q]] = {
        "desde": lambda day: Q(published_at__gte=_instant(day, time.min)),
        "hasta": lambda day: Q(published_at__lte=_instant(day, time.max)),
    }
    conditions = {}
    for name, bound in bounds.items():
        if value := query.get(name, ""):
            if day := _day(value):
                conditions[name] = bound(day)
            else:
                notices.append(
                    _("No entendimos la fecha «%(value)s»: elíjala en el calendario.") % {"value": value[:30]}
                )
    return conditions


def _day(value: str) -> date | None:
    try:
        day = parse_date(value)
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2200 else None


def _instant(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=LIMA)
