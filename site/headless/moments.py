"""Parameters that are days or instants."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext_lazy as _

from headless.kinds import Unreadable
from institution.rules.lima import LIMA

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
INSTANT = re.compile(rf"{DAY.pattern}T{CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})")
YEARS = range(1900, 2201)


@dataclass(frozen=True)
class Day:
    """A calendar day."""

    def read(self, text: str, *, at: datetime) -> date:
        if (day := _day(text)) is None:
            raise Unreadable(_("debe ser una fecha que exista, como 2026-07-28."), allowed=["AAAA-MM-DD"])
        return day

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Instant:
    """A date-time with its offset, or a day of Lima that stands for its first or its last microsecond."""

    end_of_day: bool = False

    def read(self, text: str, *, at: datetime) -> datetime:
        if day := _day(text):
            return datetime.combine(day, time.max if self.end_of_day else time.min, tzinfo=LIMA)
        # In a query string an unescaped «+» of an offset arrives as a blank.
        if (instant := _instant(text.replace(" ", "+"))) is None:
            raise Unreadable(
                _("debe ser una fecha, o una fecha y hora con su diferencia con UTC, como 2026-07-28T10:30:00-05:00."),
                allowed=["AAAA-MM-DD", "AAAA-MM-DDThh:mm:ss±hh:mm"],
            )
        return instant

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}


def _day(text: str) -> date | None:
    return _within(date.fromisoformat, text) if DAY.fullmatch(text) else None


def _instant(text: str) -> datetime | None:
    return _within(datetime.fromisoformat, text) if INSTANT.fullmatch(text) else None


def _within(read: Callable[[str], Any], text: str) -> Any:
    try:
        moment = read(text)
    except ValueError:
        return None
    return moment if moment.year in YEARS else None
