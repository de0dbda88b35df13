"""A fact outside its publication, such as an advance, is told as an update; what was written in bulk, when compared."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from headless.actions.changes import item_changed, touch
from headless.actions.sync_changes import sync_changes
from headless.models import Change, PublicItem
from institution.enums import Role
from pages.actions.event_states import cancel_event
from pages.enums import WorkStage
from pages.models import Alert, HomePage, NewsPage
from tests.factories.events import published_event
from tests.factories.pages import draft_note, published_note
from tests.factories.people import user_with
from tests.factories.works import advance, published_work
from tests.headless.feed import read, told

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_fact_outside_its_publication_is_an_update_of_what_is_public_alone(client):
    note, draft = published_note(), draft_note()
    item_changed(item=note, at=timezone.now())
    touch(type="news", key=note.pk, at=timezone.now())
    item_changed(item=draft, at=timezone.now())
    item_changed(item=HomePage.objects.get(), at=timezone.now())
    assert told(read(client)[0]) == [(note.pk, "created"), (note.pk, "updated"), (note.pk, "updated")]
    with pytest.raises(LookupError):
        touch(type="nada", key=1, at=timezone.now())


def test_what_was_written_in_bulk_is_told_when_the_feed_is_brought_in_step(client):
    kept, edited, hidden, gone = (published_note() for _ in range(4))
    held = published_note(embargo_until=timezone.now() + HOUR)
    NewsPage.objects.filter(pk=edited.pk).update(last_published_at=timezone.now())
    NewsPage.objects.filter(pk=hidden.pk).update(live=False)
    NewsPage.objects.filter(pk=held.pk).update(embargo_until=None)
    Change.objects.filter(key=gone.pk).delete()
    PublicItem.objects.filter(key=gone.pk).delete()
    _changes, cursor = read(client)
    assert sync_changes(at=timezone.now()) == 4
    expected = {edited.pk: "updated", hidden.pk: "unpublished", held.pk: "embargo_lifted", gone.pk: "created"}
    assert dict(told(read(client, cursor)[0])) == expected
    assert sync_changes(at=timezone.now()) == 0
    call_command("sync_changes")
    assert len(read(client, cursor)[0]) == 4
    assert kept.pk not in expected


def test_an_advance_of_a_work_is_told_as_an_update_of_it(client):
    work = published_work(stage=WorkStage.EXECUTION)
    _changes, cursor = read(client)
    advance(work, date(2026, 2, 1), 10)
    assert told(read(client, cursor, type="works")[0]) == [(work.pk, "updated")]


def test_an_event_that_is_cancelled_is_told_as_an_update_of_it(client):
    event = published_event()
    _changes, cursor = read(client)
    cancel_event(event=event, reason="Lluvias", by=user_with(Role.HEAD), at=timezone.now())
    assert (event.pk, "updated") in told(read(client, cursor, type="events")[0])


def test_an_alert_is_told_when_it_starts_and_when_it_is_deleted(client):
    at = timezone.now()
    alert = Alert.objects.create(
        title="Huaico", text="Evite la vía.", source="COER", starts_at=at + HOUR, ends_at=at + DAY
    )
    assert read(client)[0] == []
    with time_machine.travel(at + 2 * HOUR, tick=False):
        changes, cursor = read(client)
        assert told(changes) == [(alert.pk, "went_live")]
        alert.delete()
        assert [kind for _id, kind in told(read(client, cursor)[0])] == ["deleted"]
