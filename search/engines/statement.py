"""Running an engine's statements with who may be found inside them, so that nothing else is even counted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from search.engines.matches import Ask, Match

Part = tuple[str, Sequence[Any]]
ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class Statements:
    """An engine's own SQL: where the documents `d` come from, when they match and how well; each with its values."""

    source: str
    matching: Part
    score: Part
    using: str

    def best(self, ask: Ask, *, start: int, stop: int, by_date: bool) -> list[Match]:
        score, values = ("0.0", ()) if by_date else self.score
        order = "d.moment IS NULL, d.moment DESC" if by_date else "rough DESC"
        select = f"SELECT d.id, d.object_id, {score} AS rough, d.facets, d.moment FROM {self.source}"
        ending = f"ORDER BY {order}, d.id DESC LIMIT %s OFFSET %s"
        last = (stop - start, start)
        read = self._read(select, values, [*_within(ask), *_chosen(ask.chosen)], ask, ending, last)
        return [Match(*row) for rows in read for row in rows]

    def counted(self, ask: Ask) -> Mapping[str, int]:
        # Counted here, some rows at a time: to group by a text the database would sort them all first.
        counted: Counter[str] = Counter()
        for rows in self._read(f"SELECT d.facets FROM {self.source}", (), list(_within(ask)), ask, "", ()):
            counted.update(chain.from_iterable(rows))
        return counted

    def keys(self, ask: Ask) -> RawSQL:
        """The keys of what matches, to be asked inside another statement."""
        parts = [self.matching, *_within(ask)]
        sql = f"SELECT d.object_id FROM {self.source} WHERE {' AND '.join(sql for sql, _ in parts)}"
        return RawSQL(sql, [value for _, part in parts for value in part])

    def _read(
        self, select: str, values: Sequence[Any], narrowed: list[Part], ask: Ask, ending: str, last: Sequence[Any]
    ) -> Iterator[list[tuple]]:
        try:
            parts = [self.matching, *narrowed, *_among(ask.among, self.using)]
        except EmptyResultSet:
            return
        given = [*values, *(value for _, part in parts for value in part), *last]
        with connections[self.using].cursor() as cursor:
            cursor.execute(f"{select} WHERE {' AND '.join(sql for sql, _ in parts)} {ending}", given)
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                yield rows


def _within(ask: Ask) -> Iterator[Part]:
    yield (f"d.kind IN ({', '.join(['%s'] * len(ask.kinds))})", ask.kinds) if ask.kinds else ("1 = 0", ())
    if ask.since is not None:
        yield "d.moment >= %s", (ask.since,)
    if ask.until is not None:
        yield "d.moment < %s", (ask.until,)


def _chosen(chosen: Mapping[str, str]) -> Iterator[Part]:
    for name, value in chosen.items():
        pair = f"{name}:{value}".replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        yield "' ' || d.facets || ' ' LIKE %s ESCAPE '\\'", (f"% {pair} %",)


def _among(among: QuerySet | None, using: str) -> Iterator[Part]:
    if among is not None:
        keys = (among if among.query.is_sliced else among.order_by()).values("pk")
        sql, values = keys.query.get_compiler(using).as_sql()
        yield f"d.object_id IN ({sql})", values
