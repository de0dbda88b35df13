"""How the registers are searched: by words, accents and capitals aside, wherever a row has them.

The room that knows words (`search`) says how what was typed is understood; until it does, words are taken as they are.
"""

from collections.abc import Callable, Iterable

from django.db.models import Q, QuerySet
from wagtail_modeladmin.helpers import DjangoORMSearchHandler

from institution.folded import Folded
from institution.rules.folding import folded

Understand = Callable[[str], list[str]]
MOST_WORDS = 12
_ways: list[Understand] = [str.split]


def understand_with(way: Understand) -> None:
    """Have the registers look for `way(typed)`: pieces of words that a row must have, all of them."""
    _ways[:] = [way]


def having_words(rows: QuerySet, typed: str, columns: Iterable[str]) -> QuerySet:
    """The rows with every word in some of the columns, or with what was typed just as it is in one. Never raises."""
    names = {f"said_in_{place}": Folded(column) for place, column in enumerate(columns)}
    pieces = [folded(piece) for piece in _ways[0](typed)[:MOST_WORDS]]
    whole = folded(" ".join(typed.replace("\0", " ").split()))
    if not whole:
        return rows.none()
    every = Q(*(_in_any(names, piece) for piece in pieces)) if pieces else Q(pk__in=[])
    found = rows.model._base_manager.alias(**names).filter(every | _in_any(names, whole))
    return rows.filter(pk__in=found.values("pk"))


def _in_any(names: Iterable[str], piece: str) -> Q:
    condition = Q(pk__in=[])
    for name in names:
        condition |= Q(**{f"{name}__contains": piece})
    return condition


class WordSearch:
    """For listings whose `search_fields` are columns of the database."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:  # type: ignore[attr-defined]
            return queryset
        return having_words(queryset, self.search_query, self.search_fields or [])  # type: ignore[attr-defined]


class WordSearchHandler(DjangoORMSearchHandler):
    """The same for the registers of modeladmin."""

    def search_queryset(self, queryset: QuerySet, search_term: str, **kwargs) -> QuerySet:
        return having_words(queryset, search_term, self.search_fields) if search_term else queryset
