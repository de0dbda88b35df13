"""Whoever follows the feed of changes gets each thing once, in order, and nothing that isn't public."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from headless.models import Change, FeedClock, PublicItem
from headless.resources import offered
from headless.watching import follower_of
from pages.models import NewsPage, Piece
from tests.factories.pages import draft_note, published_note
from tests.headless.contract import as_published
from tests.headless.feed import read, rebuilt, told
from tests.pages.change_feed.desk import other_index, public_now, publish, restrict

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_every_resource_of_pages_is_followed():
    for resource in offered():
        model = resource.public(NOON).model
        assert not issubclass(model, Piece) or follower_of(model).name == resource.name


def test_what_happens_to_a_note_is_told_once_and_in_order(client):
    note = publish(published_note(slug="uno"), title="Otro título")
    publish(note, slug="dos")
    NewsPage.objects.get().unpublish()
    publish(note)
    NewsPage.objects.get().delete()
    changes, _next = read(client)
    kinds = ["created", "updated", "moved", "unpublished", "created", "deleted"]
    assert told(changes) == [(note.pk, kind) for kind in kinds]
    assert [change["version"] for change in changes] == [1, 2, 3, 4, 5, 6]
    assert [change["url"] for change in changes] == [
        "http://testserver/noticias/uno/", "http://testserver/noticias/uno/", "http://testserver/noticias/dos/",
        None, "http://testserver/noticias/dos/", None,
    ]  # fmt: skip
    assert [change["slug"] for change in changes][-1] == "dos"


def test_a_reader_follows_from_where_it_was_and_gets_nothing_twice(client):
    seen, cursor = [], None
    for n in range(5):
        published_note()
        changes, cursor = read(client, cursor, limit=1 + n)
        seen += changes
    assert told(seen) == [(pk, "created") for pk in NewsPage.objects.order_by("pk").values_list("pk", flat=True)]
    assert read(client, cursor)[0] == []


def test_a_reader_may_start_from_now(client):
    published_note()
    _changes, cursor = read(client, "latest")
    note = published_note()
    assert told(read(client, cursor)[0]) == [(note.pk, "created")]


def test_what_never_was_public_leaves_no_trace_in_the_feed(client):
    before = client.get("/api/v1/changes").json()
    draft = draft_note()
    draft.save_revision()
    draft.title = "Otro"
    draft.save()
    embargoed, moved = (published_note(embargo_until=timezone.now() + HOUR) for _ in range(2))
    hidden = publish(draft_note(), go_live_at=timezone.now() + HOUR)
    private = other_index()
    restrict(private)
    moved.move(private, pos="last-child")
    for page in (draft, embargoed, moved, hidden):
        Page.objects.get(pk=page.pk).specific.delete()
    assert client.get("/api/v1/changes").json() == before
    assert not Change.objects.exists()
    assert not PublicItem.objects.exists()


def test_a_withdrawn_note_that_is_deleted_leaves_its_tombstone(client):
    published_note().unpublish()
    NewsPage.objects.get().delete()
    assert [kind for _id, kind in told(read(client)[0])] == ["created", "unpublished", "deleted"]


@pytest.mark.parametrize("act", ["publish", "unpublish", "move", "delete", "restrict"])
def test_what_is_rolled_back_was_never_told(client, act):
    note, section = published_note(slug="nota"), other_index()
    acts = {
        "publish": lambda: publish(note, title="Otro"),
        "unpublish": lambda: note.unpublish(),
        "move": lambda: note.move(section, pos="last-child"),
        "delete": lambda: note.delete(),
        "restrict": lambda: restrict(note),
    }
    before = read(client)[0]
    with transaction.atomic():
        acts[act]()
        assert len(read(client)[0]) == len(before) + 1
        transaction.set_rollback(True)
    assert read(client)[0] == before
    assert rebuilt(before) == public_now()


@pytest.mark.parametrize("limit", [1, 20, 500])
def test_reading_takes_the_same_queries_for_one_change_and_for_five_hundred(client, limit):
    changes = [
        Change(sequence=n, type="news", key=n, kind="created", version=1, at=NOON, address=f"/n/{n}/")
        for n in range(1, 502)
    ]
    client.get("/api/v1/changes")
    Change.objects.bulk_create(changes)
    FeedClock.objects.update(last=501)
    with CaptureQueriesContext(connection) as queries:
        answer = as_published(client.get("/api/v1/changes", {"limit": limit}))
    assert (len(answer["items"]), answer["more"]) == (limit, True)
    assert len(queries) == 3
