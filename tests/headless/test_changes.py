"""The feed of changes as it is read: cursors, what was forgotten, and the rule that names each change."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import Signer
from django.db import IntegrityError, transaction

from headless.actions.forget_changes import forget_old_changes
from headless.actions.sync_changes import start_anew, sync_hourly
from headless.enums import ChangeKind, ItemState
from headless.models import Change, FeedClock, PublicItem
from headless.rules.changes import NEVER_SEEN, Stood, Told, change_between, state_now
from tests.headless.contract import as_published
from tests.headless.feed import read

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
DAY = timedelta(days=1)
HERE = Told(key=1, slug="a", address="/a/", stamp=NOON)
THERE = Stood(state=ItemState.PUBLIC, version=1, address="/a/", stamp=NOON, changed_at=NOON)


def changes(count: int, *, at: datetime = NOON, kind: ChangeKind = ChangeKind.CREATED) -> None:
    """So many changes, one a day from an instant on."""
    clock = FeedClock.objects.read()
    Change.objects.bulk_create(
        Change(sequence=clock.last + n, type="news", key=clock.last + n, kind=kind, version=1, at=at + n * DAY)
        for n in range(1, count + 1)
    )
    FeedClock.objects.update(last=clock.last + count)


# Reading


def test_the_root_says_where_the_changes_are(client, db):
    assert client.get(as_published(client.get("/api/v1/"))["changes"]).status_code == 200


def test_an_empty_feed_has_a_cursor_to_go_on_with(client, db):
    answer = as_published(client.get("/api/v1/changes"))
    assert (answer["items"], answer["more"]) == ([], False)
    changes(1)
    assert len(read(client, answer["next"])[0]) == 1


def test_no_cache_keeps_the_feed(client, db):
    assert client.get("/api/v1/changes")["Cache-Control"] == "no-store"


def test_a_filtered_reader_passes_what_it_did_not_ask_for(client, db):
    changes(3)
    none, cursor = read(client, type="works")
    assert none == []
    assert read(client, cursor)[0] == []


@pytest.mark.parametrize("limit", [1, 2, 3, 1_000])
def test_pages_of_any_size_tell_the_same(client, db, limit):
    changes(5)
    assert [each["id"] for each in read(client, limit=limit)[0]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("asked", ["since=x", "since=", "limit=0", "limit=1001", "type=nada", "cursor=x", "order=at"])
def test_what_the_feed_does_not_understand_is_refused(client, db, asked):
    response = client.get(f"/api/v1/changes?{asked}")
    assert response.status_code == 400
    assert as_published(response)["parameter"] == asked.partition("=")[0]


@pytest.mark.parametrize("carried", [1, None, [], ["x"], ["x", "y"], [1, 2, 3], {"a": 1}, ["x", None]])
def test_a_cursor_of_another_list_is_refused_even_if_it_is_signed(client, db, carried):
    for salt in ("headless.changes", "headless.cursors:news?{}"):
        forged = Signer(salt=salt, sep=".").sign_object(carried)
        assert client.get("/api/v1/changes", {"since": forged}).status_code in (400, 410)


# Forgetting


def test_after_ninety_days_a_change_is_forgotten_and_its_cursor_told_how_to_start_again(client, db):
    changes(3)
    _all, old = read(client)
    first = client.get("/api/v1/changes", {"limit": 1}).json()["next"]
    changes(3, at=NOON + 50 * DAY)
    assert forget_old_changes(NOON + 93 * DAY) == 2
    assert [each["id"] for each in read(client)[0]] == [3, 4, 5, 6]
    assert [each["id"] for each in read(client, old)[0]] == [4, 5, 6]
    gone = client.get("/api/v1/changes", {"since": first})
    assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json")
    told = as_published(gone)
    assert (told["type"], told["allowed"]) == ("/api/v1/problems/cursor-expired", ["latest"])
    assert "since=latest" in told["detail"]
    assert forget_old_changes(NOON + 93 * DAY) == 0


def test_when_all_is_forgotten_the_feed_goes_on_from_where_it_was(client, db):
    changes(3)
    _all, cursor = read(client)
    forget_old_changes(NOON + 400 * DAY)
    assert not Change.objects.exists()
    assert read(client, cursor)[0] == []
    changes(1)
    assert [each["id"] for each in read(client, cursor)[0]] == [4]


def test_a_change_out_of_its_order_in_time_keeps_those_behind_it(db):
    changes(1)
    changes(1, at=NOON - 10 * DAY)
    assert forget_old_changes(NOON + 90 * DAY) == 0
    assert FeedClock.objects.read().forgotten == 0


def test_a_feed_that_starts_anew_or_went_back_refuses_the_cursors_it_gave(client, db):
    changes(3)
    _all, cursor = read(client)
    Change.objects.filter(sequence=3).delete()
    FeedClock.objects.update(last=2)
    assert client.get("/api/v1/changes", {"since": cursor}).status_code == 410
    _all, cursor = read(client)
    start_anew()
    assert client.get("/api/v1/changes", {"since": cursor}).status_code == 410


def test_the_worker_compares_once_an_hour(db):
    for minutes, expected in ((0, 0), (30, 0), (61, 61)):
        sync_hourly(NOON + timedelta(minutes=minutes))
        assert FeedClock.objects.read().compared_at == NOON + timedelta(minutes=expected)


# The rule


@pytest.mark.parametrize(
    ("stood", "told", "expected"),
    [
        (NEVER_SEEN, HERE, "created"),
        (NEVER_SEEN, Told(key=1, slug="a", address="/a/", scheduled_for=NOON), "went_live"),
        (Stood(state=ItemState.HELD), HERE, "embargo_lifted"),
        (Stood(state=ItemState.WITHDRAWN, version=2, changed_at=NOON), HERE, "created"),
        (
            Stood(state=ItemState.WITHDRAWN, version=2, changed_at=NOON),
            Told(key=1, slug="a", address="/a/", scheduled_for=NOON - DAY),
            "created",
        ),
        (THERE, HERE, None),
        (THERE, Told(key=1, slug="a", address="/a/", stamp=NOON + DAY), "updated"),
        (THERE, Told(key=1, slug="b", address="/b/", stamp=NOON + DAY), "moved"),
    ],
)
def test_what_is_public_is_told_by_how_it_stood(stood, told, expected):
    assert change_between(stood, ItemState.PUBLIC, told, touched=False) == expected


@pytest.mark.parametrize("state", ItemState)
@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("held", [True, False])
def test_what_never_was_public_is_never_told_of(state, exists, held):
    stood = Stood(state=ItemState.HELD if state == ItemState.HELD else ItemState.UNSEEN)
    now = state_now(stood, public=False, held=held, exists=exists)
    assert now == (ItemState.HELD if held else None)
    assert change_between(stood, now, None, touched=True) is None


@pytest.mark.parametrize(
    ("stood", "exists", "expected"),
    [
        (THERE, True, "unpublished"),
        (THERE, False, "deleted"),
        (Stood(state=ItemState.WITHDRAWN, version=2), True, None),
        (Stood(state=ItemState.WITHDRAWN, version=2), False, "deleted"),
        (Stood(state=ItemState.DELETED, version=3), False, None),
    ],
)
def test_what_was_public_is_told_gone_once(stood, exists, expected):
    now = state_now(stood, public=False, held=False, exists=exists)
    assert change_between(stood, now, None, touched=False) == expected


@pytest.mark.parametrize(
    "impossible",
    [
        Change(sequence=1, type="news", key=1, kind="created", version=0, at=NOON),
        Change(sequence=0, type="news", key=1, kind="created", version=1, at=NOON),
        Change(sequence=1, type="news", key=1, kind="nada", version=1, at=NOON),
        Change(sequence=1, type="news", key=1, kind="deleted", version=1, at=NOON, address="/a/"),
        PublicItem(type="news", key=1, state=ItemState.PUBLIC, version=0),
        FeedClock(pk=2),
        FeedClock(pk=1, last=1, forgotten=2),
    ],
)
def test_the_database_refuses_what_can_not_be(db, impossible):
    with pytest.raises(IntegrityError), transaction.atomic():
        impossible.save(force_insert=True)
