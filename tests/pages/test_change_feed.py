"""The feed of changes over real pages: everything that happens to them is told once, and nothing that isn't public."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from headless.actions.changes import append_due, item_changed, touch
from headless.actions.sync_changes import sync_changes
from headless.models import Change, FeedClock, PublicItem
from headless.resources import offered
from headless.watching import follower_of
from institution.enums import Role
from pages.actions.event_states import cancel_event
from pages.enums import WorkStage
from pages.models import Alert, HomePage, NewsIndexPage, NewsPage, Piece
from tests.factories.events import published_event
from tests.factories.pages import draft_note, published_note, site_tree
from tests.factories.people import user_with
from tests.factories.works import advance, published_work
from tests.headless.contract import as_published
from tests.headless.feed import read, rebuilt, told

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
pytestmark = pytest.mark.django_db


def publish(note: NewsPage, **fields) -> NewsPage:
    """The note as an editor publishes it again, with other values."""
    note = NewsPage.objects.get(pk=note.pk)
    for name, value in fields.items():
        setattr(note, name, value)
    note.save_revision().publish()
    return NewsPage.objects.get(pk=note.pk)


def restrict(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def other_index() -> NewsIndexPage:
    return site_tree().home.add_child(instance=NewsIndexPage(title="Archivo", slug="archivo"))


def public_now(at: datetime | None = None) -> dict[tuple[str, int], str]:
    """What the feed should amount to."""
    rows = NewsPage.objects.visible(at=at or timezone.now())
    return {("news", row.pk): f"http://testserver{row.get_url()}" for row in rows}


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


def test_a_note_made_private_is_gone_and_comes_back_with_its_privacy_lifted(client):
    note = published_note()
    restrict(note).delete()
    assert [kind for _id, kind in told(read(client)[0])] == ["created", "unpublished", "created"]


def test_a_private_parent_takes_its_notes_away_and_what_was_published_below_comes_with_it(client):
    tree, first = site_tree(), published_note()
    restriction = restrict(tree.index)
    second = published_note()
    assert told(read(client)[0]) == [(first.pk, "created"), (first.pk, "unpublished")]
    restriction.delete()
    assert told(read(client)[0])[2:] == [(first.pk, "created"), (second.pk, "created")]


def test_a_private_section_that_is_deleted_tells_of_nothing_in_it(client):
    drafts = [draft_note() for _ in range(3)]
    section = other_index()
    restrict(section)
    for draft in drafts:
        draft.move(section, pos="last-child")
        publish(draft)
    Page.objects.get(pk=section.pk).delete()
    assert read(client)[0] == []


def test_a_note_moved_to_a_private_section_is_gone(client):
    note, section = published_note(), other_index()
    restrict(section)
    note.move(section, pos="last-child")
    assert [kind for _id, kind in told(read(client)[0])] == ["created", "unpublished"]


def test_a_note_moved_to_another_section_has_another_address(client):
    note, section = published_note(slug="nota"), other_index()
    note.move(section, pos="last-child")
    changes, _next = read(client)
    assert told(changes)[1:] == [(note.pk, "moved")]
    assert changes[-1]["url"] == "http://testserver/archivo/nota/"


def test_reordering_tells_nothing(client):
    notes = [published_note() for _ in range(2)]
    _changes, cursor = read(client)
    Page.objects.get(pk=notes[1].pk).move(site_tree().index, pos="first-child")
    assert read(client, cursor)[0] == []


def test_what_hangs_from_a_section_moves_with_it(client):
    notes, section = [published_note() for _ in range(3)], site_tree().index
    _changes, cursor = read(client)
    section.slug = "prensa"
    section.save_revision().publish()
    assert told(read(client, cursor)[0]) == [(note.pk, "moved") for note in notes]
    assert rebuilt(read(client)[0]) == public_now()
    _changes, cursor = read(client)
    Page.objects.get(pk=section.pk).move(other_index(), pos="last-child")
    assert told(read(client, cursor)[0]) == [(note.pk, "moved") for note in notes]
    assert rebuilt(read(client)[0]) == public_now()


def test_publishing_a_section_again_tells_nothing_of_what_hangs_from_it(client):
    published_note()
    _changes, cursor = read(client)
    site_tree().index.save_revision().publish()
    assert read(client, cursor)[0] == []
    assert not PublicItem.objects.filter(due_at__isnull=False).exists()


def test_notes_deleted_with_their_section_leave_their_tombstones(client):
    notes = [published_note() for _ in range(3)]
    Page.objects.get(pk=site_tree().index.pk).delete()
    changes, _next = read(client)
    assert sorted(told(changes)[3:]) == [(note.pk, "deleted") for note in notes]


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
