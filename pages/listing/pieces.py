"""A list of pieces as the address asks for it: filters, counts beside each choice, pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from pages.listing.filters import Choice, DaySpan, Filter, understood_day

PER_PAGE = 12
PUBLISHED = DaySpan("published_at")


@dataclass
class Listing:
    """What a list page shows. `notices` say, in Spanish, which asked values were not understood."""

    page: ResultPage
    filters: Sequence[Filter]
    choices: dict[str, list[Choice]]
    asked: dict[str, str]
    has_days: bool = True
    notices: list[str] = field(default_factory=list)
    found: QuerySet | None = None
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def filtered(self) -> bool:
        return bool(self.asked)

    @property
    def query(self) -> str:
        """The filters as a query string, without the page, for pagination links."""
        return self.query_without()

    def query_without(self, *dropped: str) -> str:
        """The query string without some filters; what says how the list is shown (`kept`) always stays."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in self.asked.items() if name not in dropped} | self.kept)
        return query.urlencode()

    def query_shown(self, **kept: str) -> str:
        """The same filters, shown another way."""
        return replace(self, kept=kept).query

    @property
    def cleared(self) -> str:
        """The query string that drops every filter."""
        return self.query_without(*self.asked)


def piece_listing(
    query: QueryDict,
    pieces: QuerySet,
    *,
    filters: Sequence[Filter],
    days: DaySpan | None = PUBLISHED,
    kept: dict[str, str] | None = None,
) -> Listing:
    """`pieces`, filtered and paged by the parameters of `query`; never raises for them.

    `found` are all the rows that pass, for what shows them another way, such as a map; `kept` are parameters that say
    how the list is shown and so stay in its addresses.
    """
    notices: list[str] = []
    conditions: dict[str, Q] = {}
    for each in filters:
        if condition := _chosen(each, query.get(each.parameter, ""), notices):
            conditions[each.parameter] = condition
    conditions |= _between(days, query, notices)
    found = _under(pieces, conditions)
    asked = {name: query.get(name, "") for name in conditions}
    choices = {
        each.parameter: each.choices(_under(pieces, conditions, but=each.parameter), asked.get(each.parameter, ""))
        for each in filters
    }
    page = Paginator(found, PER_PAGE).get_page(query.get("pagina"))
    return Listing(page, filters, choices, asked, days is not None, notices, found, kept or {})


def _under(pieces: QuerySet, conditions: dict[str, Q], but: str = "") -> QuerySet:
    for name, condition in conditions.items():
        if name != but:
            pieces = pieces.filter(condition)
    return pieces


def _chosen(each: Filter, value: str, notices: list[str]) -> Q | None:
    if not value:
        return None
    if condition := each.condition(value):
        return condition
    notices.append(_("No conocemos «%(value)s» como %(name)s; se muestra todo.") % {
        "value": value[:60], "name": str(each.title).lower(),
    })  # fmt: skip
    return None


def _between(days: DaySpan | None, query: QueryDict, notices: list[str]) -> dict[str, Q]:
    conditions = {}
    for name, bound in days.bounds().items() if days else ():
        if value := query.get(name, ""):
            if day := understood_day(value):
                conditions[name] = bound(day)
            else:
                notices.append(
                    _("No entendimos la fecha «%(value)s»: elíjala en el calendario.") % {"value": value[:30]}
                )
    return conditions
