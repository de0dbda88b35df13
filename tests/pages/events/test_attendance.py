"""The list at the door: attendance is noted, searched, printed and exported by whom it concerns."""

import pytest
from django.test import Client
from django.urls import reverse

from institution.enums import Role
from pages.actions.registrations import NotExpected, mark_attendance
from pages.enums import Attendance
from pages.models import EventRegistration
from tests.factories.events import NOON, open_event, registered
from tests.factories.people import user_with
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db


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
