"""Registrations are erased so many days after the last date."""

from datetime import timedelta

import pytest

from pages.actions.registrations import erase_old_registrations
from pages.enums import RegistrationState
from pages.models import EventRegistration
from tests.factories.events import FAIR_OPENS, HOURS, NOON, open_event, registered

pytestmark = pytest.mark.django_db


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
