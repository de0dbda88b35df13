"""When an event takes place, in words."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from institution.rules.lima import LIMA
from pages.enums import Frequency, Weekday
from pages.rules.recurrence import Recurrence

DAY = r"l j \d\e F \d\e Y"
CLOCK = "H:i"
NTH_WORDS = {
    1: gettext_lazy("primer"),
    2: gettext_lazy("segundo"),
    3: gettext_lazy("tercer"),
    4: gettext_lazy("cuarto"),
    -1: gettext_lazy("último"),
}


def span_words(starts: datetime, ends: datetime, *, all_day: bool = False) -> str:
    """`sábado 5 de diciembre de 2026, de 09:00 a 13:00`, by Lima's clock; the days alone when it is of whole days."""
    first, last = starts.astimezone(LIMA), (ends - timedelta(microseconds=1)).astimezone(LIMA)
    end = ends.astimezone(LIMA)
    days = {"first": date_format(first, _shortest_day(first, last)), "last": date_format(last, DAY)}
    if first.date() == last.date():
        if all_day:
            return days["first"]
        hours = {"day": days["first"], "from": date_format(first, CLOCK), "to": date_format(end, CLOCK)}
        return _("%(day)s, de %(from)s a %(to)s") % hours
    if all_day:
        return _("del %(first)s al %(last)s") % days
    hours = days | {"from": date_format(first, CLOCK), "to": date_format(end, CLOCK)}
    return _("del %(first)s, %(from)s, al %(last)s, %(to)s") % hours


def date_choice_words(starts: datetime, ends: datetime, *, all_day: bool, left: int | None) -> str:
    """A date to choose, with the places that it has left (None: no limit)."""
    when = span_words(starts, ends, all_day=all_day)
    when = when[:1].upper() + when[1:]
    if left is None:
        return when
    if left == 0:
        return _("%(when)s: lista de espera") % {"when": when}
    words = ngettext("%(when)s: queda %(left)s vacante", "%(when)s: quedan %(left)s vacantes", left)
    return words % {"when": when, "left": left}


def _shortest_day(first: datetime, last: datetime) -> str:
    """How the first of two days is told without its month or year where the last one's words already say it."""
    if first.date() == last.date() or first.year != last.year:
        return DAY
    return "l j" if first.month == last.month else r"l j \d\e F"


def recurrence_words(rule: Recurrence, first: datetime) -> str:
    """`Cada 2 semanas: lunes y miércoles`; how an event whose first date is `first` repeats."""
    days = _days(rule, first)
    if rule.interval == 1:
        every = str(rule.frequency.label)
    else:
        every = _("Cada %(number)s %(units)s") % {"number": rule.interval, "units": _units(rule.frequency)}
    return f"{every}: {days}" if days else every


def _days(rule: Recurrence, first: datetime) -> str:
    local = first.astimezone(LIMA)
    if rule.frequency == Frequency.WEEKLY:
        codes = rule.weekdays or (Weekday.values[local.weekday()],)
        return _joined([str(Weekday(code).label).lower() for code in codes])
    if rule.frequency == Frequency.MONTHLY and rule.nth and rule.weekdays:
        name = str(Weekday(rule.weekdays[0]).label).lower()
        return _("el %(nth)s %(day)s") % {"nth": NTH_WORDS[rule.nth], "day": name}
    if rule.frequency == Frequency.MONTHLY:
        return _("el día %(day)s") % {"day": rule.month_day or local.day}
    return date_format(local, r"j \d\e F") if rule.frequency == Frequency.YEARLY else ""


def _joined(words: list[str]) -> str:
    return _(" y ").join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _units(frequency: Frequency) -> str:
    units = {
        Frequency.DAILY: _("días"),
        Frequency.WEEKLY: _("semanas"),
        Frequency.MONTHLY: _("meses"),
        Frequency.YEARLY: _("años"),
    }
    return units[frequency]
