"""What falls due by itself (embargo, expiry, schedule) is told at its instant, whoever comes first."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from headless.actions.changes import append_due
from pages.models import NewsPage
from tests.factories.pages import draft_note, published_note
from tests.headless.feed import read, told
from tests.pages.change_feed.desk import publish

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_an_embargo_that_ends_is_told_when_it_ends_and_once(client):
    at = timezone.now()
    note = published_note(embargo_until=at + HOUR)
    with time_machine.travel(at + 2 * HOUR, tick=False):
        changes, cursor = read(client)
        append_due(timezone.now())
        assert read(client, cursor)[0] == []
    assert told(changes) == [(note.pk, "embargo_lifted")]
    assert datetime.fromisoformat(changes[0]["at"]) == at + HOUR


def test_what_expires_is_told_before_the_job_takes_it_down_and_not_again_after(client):
    at = timezone.now()
    note = publish(published_note(), expire_at=at + HOUR)
    with time_machine.travel(at + 2 * HOUR, tick=False):
        changes, cursor = read(client)
        call_command("publish_scheduled", verbosity=0)
        assert not NewsPage.objects.get().live
        assert read(client, cursor)[0] == []
    assert told(changes)[-1] == (note.pk, "unpublished")


def test_what_came_and_went_while_nobody_looked_is_told_as_both(client):
    at = timezone.now()
    note = published_note(embargo_until=at + HOUR, expire_at=at + 2 * HOUR)
    with time_machine.travel(at + 3 * HOUR, tick=False):
        assert told(read(client)[0]) == [(note.pk, "embargo_lifted"), (note.pk, "unpublished")]


def test_a_scheduled_note_is_told_when_it_goes_live(client):
    at = timezone.now()
    note = publish(draft_note(), go_live_at=at + HOUR)
    assert read(client)[0] == []
    with time_machine.travel(at + 2 * HOUR, tick=False):
        call_command("publish_scheduled", verbosity=0)
        changes, _next = read(client)
    assert told(changes) == [(note.pk, "went_live")]


def test_a_note_with_an_embargo_put_on_afterwards_leaves_and_comes_back(client):
    at = timezone.now()
    note = published_note()
    publish(note, embargo_until=at + HOUR)
    with time_machine.travel(at + 2 * HOUR, tick=False):
        kinds = [kind for _id, kind in told(read(client)[0])]
    assert kinds == ["created", "unpublished", "embargo_lifted"]
