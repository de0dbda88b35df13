"""The calendar: what is needed each day of a month, and the events that were asked for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from institution.models import User
from pages.admin.unit_requests.board import RequestsOverview
from pages.models import UnitRequest
from pages.rules.months import Month

MOST_IN_A_DAY = 4


@dataclass(frozen=True)
class Entry:
    """A request on a day: because it is needed, or because its event takes place."""

    asked: UnitRequest
    is_event: bool
    overdue: bool


@dataclass(frozen=True)
class Day:
    day: date
    inside: bool
    entries: list[Entry]
    hidden: int
    more: str


class CalendarView(RequestsOverview):
    template_name = "backend/unit_requests/calendar.html"
    page_title = _("Calendario")

    def get_context_data(self, **kwargs) -> dict:
        today = timezone.localdate()
        month = Month.read(self.request.GET.get("mes", ""), otherwise=today)
        weeks = weeks_of(month, user=self.request.user, today=today)
        return super().get_context_data(month=month, weeks=weeks, today=today, **kwargs)


def weeks_of(month: Month, *, user: User, today: date) -> list[list[Day]]:
    """The month's weeks from Monday to Sunday with what falls on each day, in one query."""
    weeks = month.weeks()
    entries = _entries(weeks[0][0], weeks[-1][-1], user, today)
    return [[_day(day, month, entries[day]) for day in week] for week in weeks]


def _entries(first: date, last: date, user: User, today: date) -> dict[date, list[Entry]]:
    span = Q(needed_by__range=(first, last)) | Q(event_at__date__range=(first, last))
    found: dict[date, list[Entry]] = defaultdict(list)
    for asked in UnitRequest.objects.seen_by(user).filter(span).for_lists().order_by("needed_by", "pk"):
        late = asked.overdue(on=today)
        found[asked.needed_by].append(Entry(asked, is_event=False, overdue=late))
        if asked.event_at:
            found[timezone.localdate(asked.event_at)].append(Entry(asked, is_event=True, overdue=False))
    return found


def _day(day: date, month: Month, entries: list[Entry]) -> Day:
    events_first = sorted(entries, key=lambda entry: not entry.is_event)
    more = f"{reverse('solicitudes:index')}?needed_by_from={day}&needed_by_to={day}"
    shown = events_first[:MOST_IN_A_DAY]
    return Day(day, month.has(day), shown, len(entries) - len(shown), more)
