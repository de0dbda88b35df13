"""Registering: places, the waiting list, the secret link, what a stranger learns, attendance, erasing."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from institution.models import OutgoingMail
from pages.actions.event_states import cancel_event
from pages.actions.registrations import (
    NotExpected,
    RegistrationClosed,
    cancel_registration,
    erase_old_registrations,
    mark_attendance,
)
from pages.enums import Attendance, RegistrationState
from pages.models import EventPage, EventRegistration
from tests.factories.events import FAIR_OPENS, HOURS, NOON, open_event, published_event, registered
from tests.factories.people import user_with
from tests.pages.desk import sign_in
from tests.servers import ROOT, environment, manage

pytestmark = pytest.mark.django_db
FORM = {"name": "Vecina de ejemplo", "email": "Vecina@Example.test", "phone": "", "consent": "on", "website": ""}


def soon_event(**fields) -> EventPage:
    """An event that takes registrations and comes in a week of the real clock, for what goes through views."""
    return open_event(starts=[timezone.now() + timedelta(days=7)], **fields)


def address_of(event: EventPage) -> str:
    return reverse("register", args=[event.slug])


def states(event: EventPage) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


# Places


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


# Several processes at once


@pytest.mark.xdist_group("processes")
def test_two_processes_that_register_at_once_never_give_more_places_than_there_are(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    values = {"DATABASE_URL": f"sqlite:///{database}", "VAR_DIR": str(tmp_path)}
    manage("shell", "-c", "from tests.pages.register_people import prepare; prepare()", **values)
    command = [sys.executable, str(ROOT / "tests/pages/register_people.py")]
    running = [subprocess.Popen([*command, str(n)], cwd=ROOT, env=environment(**values)) for n in range(2)]
    assert [process.wait(timeout=120) for process in running] == [0] * 2
    with closing(sqlite3.connect(database)) as kept:
        found = [state for (state,) in kept.execute("SELECT state FROM pages_eventregistration")]
    assert (found.count("confirmed"), found.count("waiting")) == (10, 14)


# The form


def test_a_person_registers_and_cancels_with_the_link_of_the_mail(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    event = soon_event()
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address_of(event), FORM)
    assert response.status_code == 302
    assert "Recibimos su inscripción" in client.get(response.url).content.decode()
    (mail,) = mailoutbox
    assert mail.to == ["vecina@example.test"]
    token = re.search(r"/inscripciones/([\w-]+)/", mail.body).group(1)
    assert not EventRegistration.objects.filter(digest=token).exists()
    link = reverse("cancel_registration", args=[token])
    assert "Sí, cancelar" in client.get(link).content.decode()
    assert states(event) == ["confirmed"]
    assert "está cancelada" in client.post(link, follow=True).content.decode()
    row = EventRegistration.objects.get()
    assert (row.state, row.name, row.email, row.seat) == ("cancelled", "", "", None)
    assert client.post(link, follow=True).status_code == 200


def test_a_second_registration_gets_the_same_answer_changes_nothing_and_tells_nobody(client):
    event = soon_event()
    answers = [client.post(address_of(event), FORM | {"name": name}, follow=True) for name in ("Una", "Otra")]
    pages = [re.sub(r'value="\w{64}"', "", answer.content.decode()) for answer in answers]
    assert pages[0] == pages[1]
    assert [each.name for each in event.registrations.all()] == ["Una"]
    assert OutgoingMail.objects.count() == 1


def test_a_robot_that_fills_the_trap_is_thanked_and_forgotten(client):
    event = soon_event()
    assert client.post(address_of(event), FORM | {"website": "http://x.test"}).status_code == 302
    assert not EventRegistration.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"email": "nadie"},
        {"consent": ""},
        {"phone": "<b>"},
        {"name": "x" * 500},
        {"email": "a\x00@b.test"},
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(client, wrong):
    event = soon_event()
    response = client.post(address_of(event), FORM | wrong)
    assert response.status_code == 422
    assert not EventRegistration.objects.exists()
    if "name" not in wrong:
        assert "Vecina de ejemplo" in response.content.decode()


def test_one_address_registers_a_few_times_an_hour(client):
    event = soon_event()
    answers = [client.post(address_of(event), FORM | {"email": f"v{n}@example.test"}).status_code for n in range(21)]
    assert answers[19:] == [302, 422]


def test_the_form_of_a_closed_event_says_so_and_of_another_does_not_exist(client):
    closed = soon_event(registration_closes_at=timezone.now() - timedelta(hours=1))
    assert "no está abierta" in client.get(address_of(closed)).content.decode()
    assert client.post(address_of(closed), FORM).status_code == 422
    assert client.get(address_of(published_event())).status_code == 404
    hidden = soon_event(embargo_until=timezone.now() + timedelta(days=1))
    assert client.get(address_of(hidden)).status_code == 404


def test_a_link_of_nobody_opens_nothing(client, tree):
    assert client.get(reverse("cancel_registration", args=["no-es-de-nadie"])).status_code == 404


# Attendance


def test_attendance_is_noted_from_the_list_and_taken_back(tree):
    event = open_event()
    person = registered(event)
    desk = sign_in(Role.PROTOCOL)
    screen = desk.get(reverse("attendance", args=[event.pk])).content.decode()
    assert person.name in screen
    for sent, kept in (("attended", "attended"), ("absent", "absent"), ("", ""), ("nada", "")):
        desk.post(reverse("mark_attendance", args=[person.pk]), {"attendance": sent, "q": "vecina"})
        assert EventRegistration.objects.get(pk=person.pk).attendance == kept


def test_attendance_is_noted_only_of_who_holds_a_place():
    event = open_event(capacity=1)
    registered(event)
    with pytest.raises(NotExpected):
        mark_attendance(registration=registered(event), attendance=Attendance.ABSENT, by=user_with(Role.HEAD), at=NOON)


def test_the_list_is_searched_whatever_the_accents_and_asks_a_constant_number_of_queries(
    tree, django_assert_max_num_queries
):
    event = open_event()
    for _ in range(60):
        registered(event)
    EventRegistration.objects.filter(pk=registered(event).pk).update(name="Ñusta Quispe")
    desk = sign_in(Role.HEAD)
    address = reverse("attendance", args=[event.pk])
    with django_assert_max_num_queries(25):
        found = desk.get(address, {"q": "ñusta"}).content.decode()
    assert "Ñusta Quispe" in found
    assert "Vecina 1" not in found
    assert desk.get(address, {"imprimir": "1"}).content.decode().count("attendance__signature") == 61
    for odd in ({"q": '"\x00('}, {"p": "zz"}, {"q": "x" * 5000}):
        assert desk.get(address, odd).status_code == 200


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_exported_without_running_what_somebody_typed(tree, kind):
    event = open_event()
    EventRegistration.objects.filter(pk=registered(event).pk).update(name="=1+1")
    answer = sign_in(Role.HEAD).get(reverse("inscripciones:index"), {"export": kind, "event": event.pk})
    body = b"".join(answer.streaming_content)
    assert body
    if kind == "csv":
        assert b"'=1+1" in body


def test_who_has_no_business_with_them_sees_no_list(tree):
    event = open_event()
    for role in (Role.WRITING, Role.UNIT, Role.PRESS):
        assert sign_in(role).get(reverse("attendance", args=[event.pk])).status_code == 302
    assert Client().get(reverse("attendance", args=[event.pk])).status_code == 302


# Erasing


def test_registrations_are_erased_so_many_days_after_the_last_date():
    event = open_event(registrations_kept_days=10)
    registered(event)
    over = FAIR_OPENS + HOURS
    assert erase_old_registrations(at=over + timedelta(days=10)) == 0
    assert erase_old_registrations(at=over + timedelta(days=10, seconds=1)) == 1
    assert not EventRegistration.objects.exists()


def test_of_two_events_only_what_is_old_is_erased():
    registered(open_event(), at=NOON)
    later = registered(open_event(starts=[FAIR_OPENS + timedelta(days=60)]))
    erase_old_registrations(at=FAIR_OPENS + timedelta(days=40))
    assert list(EventRegistration.objects.all()) == [later]
    assert later.state == RegistrationState.CONFIRMED
