"""The places of an event are given once each, and whoever waits first gets the next."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from pages.actions.event_states import cancel_event
from pages.actions.registrations import RegistrationClosed, cancel_registration
from pages.models import EventPage, EventRegistration
from tests.factories.events import NOON, open_event, published_event, registered
from tests.factories.people import user_with
from tests.servers import ROOT, environment, manage

pytestmark = pytest.mark.django_db


def states(event: EventPage) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


def test_the_last_place_is_given_once_and_the_next_waits():
    event = open_event(capacity=2)
    seats = [registered(event).seat for _ in range(3)]
    assert seats == [1, 2, None]
    assert states(event) == ["confirmed", "confirmed", "waiting"]


def test_when_somebody_cancels_whoever_waits_first_gets_the_place_and_is_told(mailoutbox):
    event = open_event(capacity=1)
    first, second, third = (registered(event) for _ in range(3))
    deliver_due(NOON)
    mailoutbox.clear()
    cancel_registration(registration=first, at=NOON)
    cancel_registration(registration=first, at=NOON)
    deliver_due(NOON)
    assert states(event) == ["cancelled", "confirmed", "waiting"]
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [([second.email], f"Tiene una vacante: {event.title}")]
    assert EventRegistration.objects.get(pk=third.pk).seat is None


def test_a_larger_capacity_is_filled_when_it_is_published():
    event = open_event(capacity=1)
    for _ in range(3):
        registered(event)
    event.capacity = 2
    event.save_revision().publish()
    assert states(event) == ["confirmed", "confirmed", "waiting"]


def test_the_database_gives_a_seat_and_an_address_to_one_registration_only():
    event = open_event()
    first, second = registered(event), registered(event)
    for change in ({"seat": first.seat}, {"email": first.email}, {"state": "waiting"}, {"name": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EventRegistration.objects.filter(pk=second.pk).update(**change)


@pytest.mark.parametrize(
    "fields",
    [
        {"registration_opens_at": NOON + timedelta(days=1)},
        {"registration_closes_at": NOON - timedelta(days=1)},
        {"starts": [NOON - timedelta(days=1)]},
        {"registration_open": False},
    ],
)
def test_nobody_registers_before_it_opens_after_it_closes_or_when_it_is_over(fields):
    event = published_event(**{"registration_open": True} | fields)
    with pytest.raises(RegistrationClosed):
        registered(event)


def test_nobody_registers_for_a_cancelled_event():
    event = open_event()
    cancel_event(event=event, reason="Duelo", by=user_with(Role.HEAD), at=NOON)
    with pytest.raises(RegistrationClosed):
        registered(event)


@pytest.mark.xdist_group("processes")
def test_two_processes_that_register_at_once_never_give_more_places_than_there_are(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    values = {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(tmp_path)}
    manage("shell", "-c", "from tests.pages.events.register_people import prepare; prepare()", **values)
    command = [sys.executable, str(ROOT / "tests/pages/events/register_people.py")]
    running = [subprocess.Popen([*command, str(n)], cwd=ROOT, env=environment(**values)) for n in range(2)]
    assert [process.wait(timeout=120) for process in running] == [0] * 2
    with closing(sqlite3.connect(database)) as kept:
        found = [state for (state,) in kept.execute("SELECT state FROM pages_eventregistration")]
    assert (found.count("confirmed"), found.count("waiting")) == (10, 14)
