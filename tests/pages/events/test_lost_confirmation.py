"""Who lost the confirmation gets a new link, and who isn't registered the same answer."""

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.models import OutgoingMail
from pages.models import EventPage, EventRegistration
from tests.factories.events import WEEKLY, registered, soon_event

pytestmark = pytest.mark.django_db


def ask_again(client, event: EventPage, contact: str):
    return client.post(reverse("confirm_again", args=[event.slug]), {"contact": contact}, follow=True)


def test_who_lost_the_confirmation_gets_a_new_link_and_the_old_one_stops_working(client):
    event = soon_event(**WEEKLY)
    person = registered(event, at=timezone.now())
    before = person.digest
    page = ask_again(client, event, person.email.upper()).content.decode()
    assert "Revise su correo" in page
    assert EventRegistration.objects.get(pk=person.pk).digest != before
    assert OutgoingMail.objects.filter(key__startswith=f"event:{event.pk}:registered:{person.pk}:").count() == 2


def test_who_is_not_registered_gets_the_same_answer_and_no_mail(client):
    event = soon_event(**WEEKLY)
    person = registered(event, at=timezone.now())
    answers = [ask_again(client, event, contact) for contact in (person.email, "nadie@example.test")]
    assert len({(each.status_code, each.content) for each in answers}) == 1
    assert OutgoingMail.objects.count() == 2


def test_the_confirmation_is_asked_for_a_few_times_an_hour_and_odd_addresses_are_told(client):
    event = soon_event(**WEEKLY)
    assert [ask_again(client, event, "a@example.test").status_code for _ in range(4)] == [200, 200, 200, 422]
    for odd in ("", "nadie", "a\x00@b.test", "x" * 5000):
        assert ask_again(client, event, odd).status_code == 422


def test_who_comes_back_to_the_address_of_that_form_finds_the_registration(client):
    event = soon_event(**WEEKLY)
    answer = client.get(reverse("confirm_again", args=[event.slug]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("register", args=[event.slug]))
