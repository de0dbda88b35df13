"""Registering: the form, the secret link, and how little a stranger learns."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.models import OutgoingMail
from pages.models import EventPage, EventRegistration
from tests.factories.events import published_event, soon_event

pytestmark = pytest.mark.django_db


def states(event: EventPage) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


FORM = {"name": "Vecina de ejemplo", "email": "Vecina@Example.test", "phone": "", "consent": "on", "website": ""}


def address_of(event: EventPage) -> str:
    return reverse("register", args=[event.slug])


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
