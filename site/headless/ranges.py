"""Filters that bound a column from below and from above, the same for every resource."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from headless.moments import Day, Instant
from headless.parameters import Filter, by

BOUNDS = ("gte", "gt", "lte", "lt")
EXAMPLE = "2026-07-28"
INSTANTS = {
    "gte": (False, _("en este momento o después. Una fecha sola cuenta desde su primer instante.")),
    "gt": (True, _("después de este momento. Una fecha sola excluye ese día.")),
    "lte": (True, _("en este momento o antes. Una fecha sola incluye todo ese día.")),
    "lt": (False, _("antes de este momento. Una fecha sola excluye ese día.")),
}
DAYS = {
    "gte": _("en este día o después."),
    "gt": _("después de este día."),
    "lte": _("en este día o antes."),
    "lt": _("antes de este día."),
}


def instant_range(column: str, *, name: str = "", bounds: Sequence[str] = BOUNDS) -> list[Filter]:
    """Filters such as `published_at__gte`, under another name if the column has one for us.

    A day alone is the whole day of Lima: `gt` and `lte` go by its end.
    """
    return [_bound(column, name or column, bound, Instant(INSTANTS[bound][0]), INSTANTS[bound][1]) for bound in bounds]


def day_range(column: str, *, bounds: Sequence[str] = BOUNDS) -> list[Filter]:
    """Filters such as `event_date__lte`."""
    return [_bound(column, column, bound, Day(), DAYS[bound]) for bound in bounds]


def _bound(column: str, name: str, bound: str, kind: Instant | Day, words: Promise) -> Filter:
    narrow, doc = by(f"{column}__{bound}"), format_lazy("«{}» {}", name, words)
    return Filter(name=f"{name}__{bound}", kind=kind, narrow=narrow, doc=doc, example=EXAMPLE)
