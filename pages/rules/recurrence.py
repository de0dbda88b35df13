"""When an event takes place: its dates, how the first one repeats, and the days that are skipped or moved.

Source: RFC 5545, sections 3.3.10 (RRULE), 3.8.5.1 (EXDATE) and 3.8.4.4 (RECURRENCE-ID). Every rule ends: by a day or
by a count, and never beyond MOST_DATES.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from dateutil import rrule

from institution.rules.lima import LIMA
from pages.enums import Frequency

MOST_DATES = 400
FREQUENCIES = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
WEEKDAYS = {
    "MO": rrule.MO,
    "TU": rrule.TU,
    "WE": rrule.WE,
    "TH": rrule.TH,
    "FR": rrule.FR,
    "SA": rrule.SA,
    "SU": rrule.SU,
}


@dataclass(frozen=True)
class Recurrence:
    """How the first date repeats. Exactly one of `until` (included) and `count` (which counts the first) is given.

    `weekdays` are for weekly rules; for monthly ones, with `nth` (1 to 4, or -1 for the last) they say the nth such
    day, and `month_day` the day of the month. What isn't given is taken from the first date. A month without the
    day, such as the 31st, is skipped.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    month_day: int | None = None
    nth: int | None = None
    until: date | None = None
    count: int | None = None

    @property
    def ends(self) -> bool:
        """Whether it has exactly one end."""
        return (self.until is None) != (self.count is None)


@dataclass(frozen=True)
class Slot:
    """One time that the event takes place, in aware instants; `original` is when it was first to start: its identity.

    A slot of whole days begins and ends at Lima's midnight; its end is the first instant after it.
    """

    original: datetime
    starts: datetime
    ends: datetime
    all_day: bool = False
    note: str = ""

    @property
    def moved(self) -> bool:
        return self.starts != self.original

    @property
    def day(self) -> date:
        """The day in Lima on which it was first to start."""
        return self.original.astimezone(LIMA).date()

    def at(self, start: datetime) -> "Slot":
        """The same, as long, but from `start`."""
        return replace(self, starts=start, ends=start + (self.ends - self.starts))


def slot(starts: datetime, ends: datetime, *, all_day: bool = False, note: str = "") -> Slot:
    """A time as an editor types it; one of whole days is stretched to its midnights."""
    if all_day:
        first, last = starts.astimezone(LIMA).date(), ends.astimezone(LIMA).date()
        starts, ends = _midnight(first), _midnight(last + timedelta(days=1))
    return Slot(starts, starts, ends, all_day, note)


def first_days(rule: Recurrence, first: date, *, most: int = MOST_DATES) -> list[date]:
    """The days on which the rule falls from `first` on, at most `most`; empty for a rule without end."""
    if not rule.ends:
        return []
    found = rrule.rrule(
        FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(first, time.min),
        interval=rule.interval,
        count=min(rule.count, most) if rule.count else None,
        until=datetime.combine(rule.until, time.min) if rule.until else None,
        **_which_days(rule),
    )
    return [each.date() for each in islice(found, most)]


def slots(
    times: Sequence[Slot],
    rule: Recurrence | None = None,
    *,
    skipped: Set[date] = frozenset(),
    moved: Mapping[date, Slot] | None = None,
) -> list[Slot]:
    """Every time of the event in order: the earliest of `times` repeated by the rule, and the others.

    Repetitions on the days `skipped` are left out; those on the days of `moved` take place then instead.
    """
    ordered = sorted(times, key=lambda each: each.starts)
    if not ordered:
        return []
    repeated = _repeated(ordered[0], rule) if rule else ordered[:1]
    kept = [each if each.day not in (moved or {}) else _moved(each, (moved or {})[each.day]) for each in repeated]
    kept = [each for each in kept if each.day not in skipped or each.day in (moved or {})]
    known = {each.original for each in kept}
    kept += [each for each in ordered[1:] if each.original not in known]
    return sorted(kept, key=lambda each: each.starts)[:MOST_DATES]


def postponed(times: Sequence[Slot], *, origin: datetime, to: datetime, repeats: bool) -> list[Slot]:
    """The times after the one that was to start at `origin` was put off until `to`.

    Of an event that repeats only that one moves; otherwise those after it are put off by as much, as the days of a
    fair are. When no time starts at `origin` any more, because an editor wrote other dates, nothing moves.
    """
    if not any(each.original == origin for each in times):
        return list(times)
    by = to - origin

    def later(each: Slot) -> Slot:
        put_off = each.original == origin or (not repeats and each.original > origin)
        return each.at(each.original + by) if put_off else each

    return sorted((later(each) for each in times), key=lambda each: each.starts)


def between(times: Sequence[Slot], start: datetime, end: datetime) -> list[Slot]:
    """The times that share some instant with `start` to `end` (not included)."""
    return [each for each in times if each.starts < end and each.ends > start]


def rule_text(rule: Recurrence, *, all_day: bool) -> str:
    """The rule as the value of an RRULE; its end in UTC, or as a day when the event is of whole days."""
    parts = [f"FREQ={rule.frequency.value}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    if rule.until:
        parts.append(f"UNTIL={_end_text(rule.until, all_day)}")
    return ";".join([*parts, *_which_days_text(rule)])


def _repeated(first: Slot, rule: Recurrence) -> list[Slot]:
    local = first.starts.astimezone(LIMA)
    return [
        replace(first.at(start), original=start)
        for day in first_days(rule, local.date())
        for start in [datetime.combine(day, local.time(), tzinfo=LIMA)]
    ]


def _moved(each: Slot, other: Slot) -> Slot:
    return replace(other, original=each.original, note=other.note or each.note)


def _which_days(rule: Recurrence) -> dict[str, object]:
    if rule.frequency == Frequency.WEEKLY and rule.weekdays:
        return {"byweekday": [WEEKDAYS[code] for code in rule.weekdays]}
    if rule.frequency == Frequency.MONTHLY and rule.nth and rule.weekdays:
        return {"byweekday": [WEEKDAYS[rule.weekdays[0]](rule.nth)]}
    if rule.frequency == Frequency.MONTHLY and rule.month_day:
        return {"bymonthday": [rule.month_day]}
    return {}


def _which_days_text(rule: Recurrence) -> list[str]:
    if rule.frequency == Frequency.WEEKLY and rule.weekdays:
        return ["BYDAY=" + ",".join(rule.weekdays)]
    if rule.frequency == Frequency.MONTHLY and rule.nth and rule.weekdays:
        return [f"BYDAY={rule.nth}{rule.weekdays[0]}"]
    if rule.frequency == Frequency.MONTHLY and rule.month_day:
        return [f"BYMONTHDAY={rule.month_day}"]
    return []


def _end_text(until: date, all_day: bool) -> str:
    if all_day:
        return f"{until:%Y%m%d}"
    last = datetime.combine(until, time(23, 59, 59), tzinfo=LIMA)
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LIMA)
