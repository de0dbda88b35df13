"""Registering for one date of several: its places, its mail, its list, and what happens when the date changes."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from institution.models import OutgoingMail
from pages.actions.event_states import cancel_event, people_to_tell, postpone_event
from pages.actions.registrations import RegistrationClosed, cancel_registration, erase_old_registrations
from pages.enums import Frequency
from pages.models import DateException, EventDate, EventPage, EventRegistration
from pages.rules.followed_dates import followed
from tests.factories.events import FAIR_OPENS, HOURS, NOON, open_event, registered
from tests.factories.people import user_with
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
SECOND, THIRD = FAIR_OPENS + timedelta(days=7), FAIR_OPENS + timedelta(days=14)
WEEKLY = {"repeats": Frequency.WEEKLY, "repeat_count": 3}
FORM = {"name": "Vecina", "email": "vecina@example.test", "phone": "", "consent": "on", "website": ""}


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


# Places


def test_each_date_has_its_own_places_and_its_own_waiting_list():
    event = open_event(**WEEKLY, capacity=1)
    first, waits = registered(event, date=FAIR_OPENS), registered(event, date=FAIR_OPENS)
    other, waits_too = registered(event, date=SECOND), registered(event, date=SECOND)
    assert [each.seat for each in (first, waits, other, waits_too)] == [1, None, 1, None]
    cancel_registration(registration=other, at=NOON)
    seats = EventRegistration.objects.in_bulk()
    assert (seats[waits.pk].seat, seats[waits_too.pk].seat) == (None, 1)


def test_one_address_registers_once_for_each_date():
    event = open_event(**WEEKLY)
    assert registered(event, email="a@example.test", date=SECOND)
    assert registered(event, email="a@example.test", date=THIRD)
    assert registered(event, email="a@example.test", date=THIRD) is None
    last = EventRegistration.objects.latest("pk")
    with pytest.raises(IntegrityError), transaction.atomic():
        EventRegistration.objects.filter(pk=last.pk).update(original_start=SECOND)


def test_nobody_registers_for_a_date_that_is_over_or_does_not_exist():
    event = open_event(**WEEKLY)
    after_the_first = FAIR_OPENS + HOURS
    for day in (FAIR_OPENS, NOON):
        with pytest.raises(RegistrationClosed):
            registered(event, date=day, at=after_the_first)
    assert registered(event, date=SECOND, at=after_the_first)


def test_each_is_erased_so_many_days_after_its_own_date():
    event = open_event(**WEEKLY, registrations_kept_days=10)
    registered(event, date=FAIR_OPENS)
    kept = registered(event, date=THIRD)
    assert erase_old_registrations(at=FAIR_OPENS + timedelta(days=11)) == 1
    assert list(EventRegistration.objects.all()) == [kept]


# The form


def weekly_from(days: int, **fields) -> EventPage:
    return open_event(starts=[timezone.now() + timedelta(days=days)], **WEEKLY, **fields)


def test_the_form_asks_for_the_date_when_there_are_several_and_keeps_what_was_typed(client):
    event = weekly_from(7, capacity=1)
    first, second, _ = event.occurrences.values_list("original_start", flat=True)
    registered(event, date=first, at=timezone.now())
    address = reverse("register", args=[event.slug])
    page = client.get(address).content.decode()
    assert (page.count("lista de espera"), page.count("queda 1 vacante")) == (1, 2)
    for wrong in ({}, {"date": "mañana"}, {"date": NOON.isoformat()}):
        answer = client.post(address, FORM | wrong)
        assert answer.status_code == 422
        assert "vecina@example.test" in answer.content.decode()
    assert client.post(address, FORM | {"date": second.isoformat()}).status_code == 302
    assert EventRegistration.objects.latest("pk").original_start == second


def test_an_event_of_one_date_asks_for_none(client):
    event = open_event(starts=[timezone.now() + timedelta(days=7)])
    assert "Elija una fecha" not in client.get(reverse("register", args=[event.slug])).content.decode()


def test_the_confirmation_brings_that_date_alone_for_the_calendar(mailoutbox):
    event = open_event(**WEEKLY)
    registered(event, date=SECOND)
    deliver_due(NOON)
    (message,) = mail.outbox
    assert "12 de diciembre" in message.body
    name, content, _kind = message.attachments[0]
    (component,) = Calendar.from_ical(content).walk("VEVENT")
    assert name == f"{event.slug}.ics"
    assert (component["dtstart"].dt, component["recurrence-id"].dt, "rrule" in component) == (SECOND, SECOND, False)


def test_who_waits_gets_the_calendar_with_the_place(mailoutbox):
    event = open_event(capacity=1)
    holder, waits = registered(event), registered(event)
    deliver_due(NOON)
    assert [len(each.attachments) for each in mail.outbox if each.to == [waits.email]] == [0]
    mailoutbox.clear()
    cancel_registration(registration=holder, at=NOON)
    deliver_due(NOON)
    assert [len(each.attachments) for each in mail.outbox] == [1]


# When the date changes


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


# The list at the door


def test_the_list_is_of_one_date_and_so_is_its_export(tree):
    event = weekly_from(7)
    first, second, _ = event.occurrences.values_list("original_start", flat=True)
    now = timezone.now()
    here, there = registered(event, date=first, at=now), registered(event, date=second, at=now)
    EventRegistration.objects.filter(pk=here.pk).update(name="Rosa de la primera")
    EventRegistration.objects.filter(pk=there.pk).update(name="Julia de la segunda")
    desk, address = sign_in(Role.HEAD), reverse("attendance", args=[event.pk])
    for asked, shown, hidden in [
        ("", "Rosa", "Julia"),
        ("nada", "Rosa", "Julia"),
        (second.isoformat(), "Julia", "Rosa"),
    ]:
        page = desk.get(address, {"fecha": asked}).content.decode()
        assert shown in page
        assert hidden not in page
    day = timezone.localdate(second).isoformat()
    answer = desk.get(reverse("inscripciones:index"), {"export": "csv", "event": event.pk, "date": day})
    body = b"".join(answer.streaming_content).decode()
    assert "Julia" in body
    assert "Rosa" not in body


# The confirmation that was lost


def ask_again(client, event: EventPage, contact: str):
    return client.post(reverse("confirm_again", args=[event.slug]), {"contact": contact}, follow=True)


def test_who_lost_the_confirmation_gets_a_new_link_and_the_old_one_stops_working(client):
    event = weekly_from(7)
    person = registered(event, at=timezone.now())
    before = person.digest
    page = ask_again(client, event, person.email.upper()).content.decode()
    assert "Revise su correo" in page
    assert EventRegistration.objects.get(pk=person.pk).digest != before
    assert OutgoingMail.objects.filter(key__startswith=f"event:{event.pk}:registered:{person.pk}:").count() == 2


def test_who_is_not_registered_gets_the_same_answer_and_no_mail(client):
    event = weekly_from(7)
    person = registered(event, at=timezone.now())
    answers = [ask_again(client, event, contact) for contact in (person.email, "nadie@example.test")]
    assert len({(each.status_code, each.content) for each in answers}) == 1
    assert OutgoingMail.objects.count() == 2


def test_the_confirmation_is_asked_for_a_few_times_an_hour_and_odd_addresses_are_told(client):
    event = weekly_from(7)
    assert [ask_again(client, event, "a@example.test").status_code for _ in range(4)] == [200, 200, 200, 422]
    for odd in ("", "nadie", "a\x00@b.test", "x" * 5000):
        assert ask_again(client, event, odd).status_code == 422


def test_who_comes_back_to_the_address_of_that_form_finds_the_registration(client):
    event = weekly_from(7)
    answer = client.get(reverse("confirm_again", args=[event.slug]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("register", args=[event.slug]))
