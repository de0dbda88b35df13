"""When the date of an event changes, its people follow it and are told once."""

from datetime import date, timedelta

import pytest

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from institution.models import OutgoingMail
from pages.actions.event_states import cancel_event, people_to_tell, postpone_event
from pages.models import DateException, EventDate, EventPage
from pages.rules.followed_dates import followed
from tests.factories.events import FAIR_OPENS, HOURS, NOON, WEEKLY, open_event, registered
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db
SECOND, THIRD = FAIR_OPENS + timedelta(days=7), FAIR_OPENS + timedelta(days=14)


def again(event: EventPage) -> EventPage:
    return EventPage.objects.get(pk=event.pk)


def rewritten(event: EventPage, *starts, exceptions=()) -> EventPage:
    """The event after an editor wrote these dates, or skipped or moved these days, and published it."""
    event = again(event)
    if starts:
        event.dates.set([EventDate(starts_at=each, ends_at=each + HOURS) for each in starts])
    event.date_exceptions.set([DateException(**each) for each in exceptions])
    event.save_revision().publish()
    return again(event)


def told(mailoutbox) -> list[tuple[str, str]]:
    """Who was told what since the last time, delivered twice as a worker might."""
    mailoutbox.clear()
    deliver_due(NOON)
    deliver_due(NOON + timedelta(hours=1))
    return sorted((message.to[0], message.subject.partition(":")[0]) for message in mailoutbox)


def test_of_a_repeating_event_only_the_people_of_the_date_put_off_are_told(mailoutbox):
    event = open_event(**WEEKLY)
    first, _other = registered(event, date=FAIR_OPENS), registered(event, date=SECOND)
    told(mailoutbox)
    assert people_to_tell(event=event, postponing=True, at=NOON) == 1
    postpone_event(event=event, to=FAIR_OPENS + timedelta(days=1), reason="Lluvia", by=user_with(Role.HEAD), at=NOON)
    assert told(mailoutbox) == [(first.email, "Postergado")]
    assert again(event).registrations.get(pk=first.pk).date.starts_at == FAIR_OPENS + timedelta(days=1)


def test_of_a_cancelled_event_those_of_a_date_that_is_over_are_not_told(mailoutbox):
    event = open_event(**WEEKLY)
    registered(event, date=FAIR_OPENS)
    later = registered(event, date=SECOND)
    told(mailoutbox)
    after = FAIR_OPENS + timedelta(days=1)
    assert people_to_tell(event=event, postponing=False, at=after) == 1
    cancel_event(event=event, reason="Duelo", by=user_with(Role.HEAD), at=after)
    assert OutgoingMail.objects.get(key__startswith=f"event:{event.pk}:1:").key.endswith(f":{later.pk}")


def test_a_registration_follows_a_date_that_an_editor_moves_and_its_person_is_told_once(mailoutbox):
    event = open_event(starts=[FAIR_OPENS, SECOND])
    moved, kept = registered(event, date=FAIR_OPENS), registered(event, date=SECOND)
    told(mailoutbox)
    event = rewritten(event, THIRD, SECOND)
    assert told(mailoutbox) == [(moved.email, "Nuevo horario")]
    assert [event.registrations.get(pk=each.pk).original_start for each in (moved, kept)] == [THIRD, SECOND]
    rewritten(event, THIRD, SECOND)
    assert told(mailoutbox) == []


def test_the_people_of_a_day_that_is_suspended_are_told_once_and_get_it_back_if_it_returns(mailoutbox):
    event = open_event(**WEEKLY)
    person, other = registered(event, date=SECOND), registered(event, date=THIRD)
    told(mailoutbox)
    event = rewritten(event, exceptions=[{"day": date(2026, 12, 12), "note": "Feriado"}])
    assert told(mailoutbox) == [(person.email, "Fecha suspendida")]
    event.summary = "Otra bajada"
    event.save_revision().publish()
    assert told(mailoutbox) == []
    assert (event.registrations.get(pk=person.pk).date, event.registrations.get(pk=other.pk).date is None) == (
        None,
        False,
    )
    event = rewritten(event)
    assert told(mailoutbox) == [(person.email, "Nuevo horario")]
    assert event.registrations.get(pk=person.pk).date.starts_at == SECOND


def test_the_people_of_a_repeated_day_that_is_moved_are_told_of_its_new_time(mailoutbox):
    event = open_event(**WEEKLY)
    person, _other = registered(event, date=SECOND), registered(event, date=THIRD)
    told(mailoutbox)
    later = SECOND + timedelta(hours=5)
    rewritten(event, exceptions=[{"day": date(2026, 12, 12), "starts_at": later, "ends_at": later + HOURS}])
    assert told(mailoutbox) == [(person.email, "Nuevo horario")]


def test_dates_are_followed_only_when_as_many_came_as_went():
    assert followed([SECOND, FAIR_OPENS], [THIRD, NOON]) == {FAIR_OPENS: NOON, SECOND: THIRD}
    assert followed([FAIR_OPENS, SECOND], [THIRD]) == {}
