"""How soon units are answered: medians and means of hours, and how much was on time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean, median

from institution.rules.lima import LIMA


@dataclass(frozen=True)
class Course:
    """The instants of one request."""

    received_at: datetime
    needed_by: date
    responded_at: datetime | None
    published_at: datetime | None
    declined: bool = False


@dataclass(frozen=True)
class Times:
    """What the requests of a unit took. Hours by the clock, nights and Sundays included; None where nothing counts."""

    count: int
    published: int
    declined: int
    response_median: float | None
    response_mean: float | None
    publication_median: float | None
    publication_mean: float | None
    on_time: float | None


def hours_between(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 3_600


def times_of(courses: Iterable[Course], *, on: date) -> Times:
    """The figures of those requests as they stand on the day `on`."""
    rows = list(courses)
    responses = [hours_between(row.received_at, row.responded_at) for row in rows if row.responded_at]
    publications = [hours_between(row.received_at, row.published_at) for row in rows if row.published_at]
    return Times(
        count=len(rows),
        published=len(publications),
        declined=sum(row.declined for row in rows),
        response_median=_rounded(median, responses),
        response_mean=_rounded(fmean, responses),
        publication_median=_rounded(median, publications),
        publication_mean=_rounded(fmean, publications),
        on_time=_share_on_time(rows, on),
    )


def _rounded(figure, hours: list[float]) -> float | None:
    return round(figure(hours), 1) if hours else None


def _share_on_time(rows: list[Course], on: date) -> float | None:
    """Percentage published by the day it was needed, of what was published or whose day has passed; declined aside."""
    due = [row for row in rows if not row.declined and (row.published_at or row.needed_by < on)]
    kept = [row for row in due if row.published_at and row.published_at.astimezone(LIMA).date() <= row.needed_by]
    return round(100 * len(kept) / len(due), 1) if due else None
