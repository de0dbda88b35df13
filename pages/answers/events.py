"""What there is to attend today or tomorrow."""

from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from institution.rules.lima import LIMA
from pages.enums import EventState
from pages.models import EventIndexPage, Occurrence
from pages.rules.direct_questions import days_ahead
from pages.rules.event_words import span_words
from search.answers import Answer

MOST = 5
KINDS = {0: gettext_lazy("Hoy"), 1: gettext_lazy("Mañana")}


def activities(words: str, at: datetime, request: HttpRequest) -> list[Answer]:
    """The activities of the day that the question names, or that there are none with the way to the agenda."""
    ahead = days_ahead(words)
    if ahead is None:
        return []
    begins = datetime.combine(at.astimezone(LIMA).date() + timedelta(days=ahead), time.min, tzinfo=LIMA)
    times = Occurrence.objects.public(at=at).between(begins, begins + timedelta(days=1))
    taking_place = times.exclude(event__status__state=EventState.CANCELLED).select_related("event__district")
    found = [_answer(each, str(KINDS[ahead]), request) for each in taking_place[:MOST]]
    return found or _none(str(KINDS[ahead]), at, request)


def _answer(time_: Occurrence, kind: str, request: HttpRequest) -> Answer:
    when = span_words(time_.starts_at, time_.ends_at, all_day=time_.all_day)
    text = " · ".join(filter(None, [when, time_.event.place_words]))
    return Answer(title=time_.event.title, text=text, url=time_.event.get_url(request), kind=kind)


def _none(kind: str, at: datetime, request: HttpRequest) -> list[Answer]:
    agenda = EventIndexPage.objects.live().first()
    if agenda is None:
        return []
    told = _("No hay actividades anunciadas para ese día")
    return [Answer(title=told, text=_("Vea las próximas en la agenda."), url=agenda.get_url(request), kind=kind)]
