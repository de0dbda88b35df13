"""The agenda as feeds: iCalendar to subscribe to, one event to add, RSS to read."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionSettings
from pages.enums import EventState
from pages.feeds.calendar import CONTENT_TYPE, calendar_of
from pages.feeds.news import NEWEST, NewsFeed
from pages.listing.gathering import gathered_as_asked
from pages.models import EventPage
from pages.rules.event_words import span_words

RECENT = timedelta(days=90)
MOST = 300


def agenda_ics(request: HttpRequest) -> HttpResponse:
    """What is to come and what was over the last three months, to subscribe to."""
    now, name = timezone.now(), _("Agenda · %(name)s") % {"name": InstitutionSettings.load().name}
    events = gathered_as_asked(request, EventPage.objects.visible(at=now), at=now)
    shown = events.with_next(start=now - RECENT).order_by("-shown_start", "-pk")
    return _answer(calendar_of(_whole(shown)[:MOST], name=name, at=now), "eventos.ics", inline=True)


def event_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, to add to a calendar."""
    now = timezone.now()
    event = get_object_or_404(_whole(EventPage.objects.visible(at=now)), slug=slug)
    return _answer(calendar_of([event], name=event.title, at=now), f"{event.slug}.ics")


def _whole(events: QuerySet) -> QuerySet:
    """With all that their calendar tells, in a constant number of queries."""
    related = events.select_related("status", "unit", "district").defer("body")
    return related.prefetch_related("dates", "date_exceptions", "topics")


def _answer(content: bytes, filename: str, *, inline: bool = False) -> HttpResponse:
    kind = "inline" if inline else "attachment"
    return HttpResponse(
        content, content_type=CONTENT_TYPE, headers={"Content-Disposition": f'{kind}; filename="{filename}"'}
    )


class EventFeed(NewsFeed):
    """The next events that anybody may see, from the earliest."""

    def title(self) -> str:
        return f"Agenda · {InstitutionSettings.load().name}"

    def description(self) -> str:
        return f"Próximas actividades de la {InstitutionSettings.load().name}"

    def link(self) -> str:
        return "/eventos/"

    def items(self) -> list[EventPage]:
        now = timezone.now()
        events = gathered_as_asked(self.request, EventPage.objects.visible(at=now), at=now)
        return list(events.with_next(start=now).for_cards().order_by("shown_start")[:NEWEST])

    def item_description(self, item: EventPage) -> str:
        when = span_words(item.shown_start, item.shown_end, all_day=item.shown_all_day)
        state = "" if item.standing.state == EventState.CONFIRMED else f"{item.standing.get_state_display()}. "
        return f"{state}{when[:1].upper()}{when[1:]}. {item.summary}"

    def item_author_name(self, item: EventPage) -> str:
        return item.unit.name if item.unit else ""

    def item_updateddate(self, item: EventPage) -> datetime:
        return localtime(max(item.last_published_at, item.standing.changed_at))
