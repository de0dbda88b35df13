"""What the municipality does in the coming days, for *Mi día*: every role works around it."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from institution.admin.columns import written_day
from pages.admin.day_panels import DayPanel, DayRow
from pages.admin.events import standing_tag
from pages.enums import EventState
from pages.models import EventIndexPage, EventPage, Occurrence

LONGEST = 8
AHEAD = timedelta(days=7)


def agenda_ahead(*, at: datetime) -> DayPanel:
    """The public dates of the next seven days, the nearest first, each with its page on the portal."""
    dates = Occurrence.objects.public(at=at).between(at, at + AHEAD).select_related("event__status")
    rows = [
        DayRow(date.event.title, date.event.url or "", written_day(date.starts_at), _unusual(date.event))
        for date in dates.defer("event__body")[:LONGEST]
    ]
    agenda = EventIndexPage.objects.first()
    more = (agenda.url if agenda else None) or ""
    return DayPanel(_("En la agenda, los próximos siete días"), rows, order=160, total=dates.count(), more=more)


def _unusual(event: EventPage) -> str:
    """How it stands, if not as everybody expects."""
    return "" if event.standing.state == EventState.CONFIRMED else standing_tag(event)
