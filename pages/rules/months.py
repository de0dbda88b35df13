"""A month of the calendar, as an address names it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4})-(\d{2})")
EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @classmethod
    def read(cls, text: str, *, otherwise: date) -> "Month":
        """The month written `2026-11`; the one of `otherwise` for anything else."""
        found = WRITTEN.fullmatch(text)
        year, month = map(int, found.groups()) if found else (0, 0)
        known = EARLIEST <= year <= LATEST and 1 <= month <= 12
        return cls(year, month) if known else cls(otherwise.year, otherwise.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    @property
    def next(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday to Sunday that hold the month."""
        return calendar.Calendar(firstweekday=0).monthdatescalendar(self.year, self.month)

    def has(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
