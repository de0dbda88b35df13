"""Registering for one date of several: each has its own places, its form, its mail and its list."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from pages.actions.registrations import RegistrationClosed, cancel_registration, erase_old_registrations
from pages.models import EventRegistration
from tests.factories.events import FAIR_OPENS, HOURS, NOON, WEEKLY, open_event, registered, soon_event
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
SECOND, THIRD = FAIR_OPENS + timedelta(days=7), FAIR_OPENS + timedelta(days=14)
FORM = {"name": "Vecina", "email": "vecina@example.test", "phone": "", "consent": "on", "website": ""}


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


def test_the_form_asks_for_the_date_when_there_are_several_and_keeps_what_was_typed(client):
    event = soon_event(**WEEKLY, capacity=1)
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
    event = soon_event()
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


def test_the_list_is_of_one_date_and_so_is_its_export(tree):
    event = soon_event(**WEEKLY)
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
