"""Answers that a client already has."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from headless.models import WrittenItem
from institution.models import District
from tests.factories.institution import DistrictFactory, ImageFactory
from tests.factories.pages import published_note

pytestmark = pytest.mark.django_db
NEWS = "/api/v1/news"


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


@pytest.fixture
def hour():
    """An hour in which nothing passes by itself."""
    with time_machine.travel(datetime(2026, 7, 28, 15, 10, tzinfo=UTC), tick=False) as clock:
        yield clock


def again(client, address: str, tag: str):
    return client.get(address, headers={"If-None-Match": tag})


@pytest.mark.parametrize(
    "address", [NEWS, f"{NEWS}/canal", f"{NEWS}?fields=title&limit=1", "/api/v1/events", "/api/v1/alerts"]
)
def test_what_did_not_change_is_a_304_without_body(client, hour, address):
    published_note(slug="canal")
    first = client.get(address)
    second = again(client, address, first["ETag"])
    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert second["ETag"] == first["ETag"]
    assert second["Cache-Control"] == first["Cache-Control"]
    assert {"Accept-Encoding", "Authorization"} <= set(second["Vary"].split(", "))


def test_a_304_reads_nothing_but_the_clock(client, hour):
    published_note()
    tag = client.get(NEWS)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        assert again(client, NEWS, tag).status_code == 304
    assert len(asked) == 1


@pytest.mark.parametrize("form", ["W/{}", '"otra", {}', "*"])
def test_weak_tags_lists_of_them_and_the_star_are_understood(client, hour, form):
    assert again(client, NEWS, form.format(client.get(NEWS)["ETag"])).status_code == 304


@pytest.mark.parametrize("held", ["", "x", '"x"', 'W/"', "\"'; DROP", "\u00f1"])
def test_a_tag_that_is_not_ours_is_answered_whole(client, held):
    assert again(client, NEWS, held).status_code == 200


def test_one_address_does_not_answer_for_another(client, hour):
    tag = client.get(NEWS)["ETag"]
    assert again(client, f"{NEWS}?limit=1", tag).status_code == 200


def changes():
    """What an editor does that changes an answer, by name."""
    return {
        "a note is published": lambda: published_note(),
        "a note is withdrawn": lambda note: note.unpublish(),
        "a photo gets its credit": lambda note: _save(note.lead_photo, credit="Otra"),
        "a district is renamed": lambda note: _save(District.objects.get(), name="Otro"),
    }


def _save(row, **values) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


@pytest.mark.parametrize("what", list(changes()))
def test_whatever_changes_the_answer_changes_its_tag(client, hour, what):
    note = published_note(lead_photo=ImageFactory(), lead_photo_alt="Un cerro", district=DistrictFactory())
    first = client.get(NEWS)
    change = changes()[what]
    change(note) if change.__code__.co_argcount else change()
    second = again(client, NEWS, first["ETag"])
    assert second.status_code == 200
    assert second.content != first.content


def test_an_embargo_that_ends_changes_the_tag_to_the_second(client, hour):
    published_note(embargo_until=timezone.now() + timedelta(minutes=5))
    tag = client.get(NEWS)["ETag"]
    hour.shift(timedelta(minutes=5) - timedelta(seconds=1))
    assert again(client, NEWS, tag).status_code == 304
    hour.shift(timedelta(seconds=1))
    assert len(again(client, NEWS, tag).json()["items"]) == 1


def test_a_write_that_nobody_hears_is_told_within_the_hour(client, hour):
    note = published_note(title="Antes")
    tag = client.get(NEWS)["ETag"]
    type(note).objects.update(title="Después")
    hour.shift(timedelta(hours=1))
    assert again(client, NEWS, tag).json()["items"][0]["title"] == "Después"


def test_what_was_written_is_read_again_and_told_under_any_origin(client, hour, settings):
    settings.ALLOWED_HOSTS = ["*"]
    published_note(slug="canal")
    first = client.get(NEWS, headers={"host": "uno.example.test"}).json()["items"][0]["url"]
    written = WrittenItem.objects.get()
    second = client.get(NEWS, headers={"host": "dos.example.test"}).json()["items"][0]["url"]
    assert (first, second) == ("http://uno.example.test/noticias/canal/", "http://dos.example.test/noticias/canal/")
    assert WrittenItem.objects.get().edition == written.edition


def test_a_lost_store_loses_nothing(client, hour):
    published_note()
    first = client.get(NEWS).content
    WrittenItem.objects.all().delete()
    assert client.get(NEWS).content == first


def test_the_date_of_an_answer_is_that_of_its_last_change(client, hour):
    published_note()
    assert client.get(NEWS)["Last-Modified"] == "Tue, 28 Jul 2026 15:10:00 GMT"
    hour.shift(timedelta(minutes=55))
    assert client.get(NEWS)["Last-Modified"] == "Tue, 28 Jul 2026 16:00:00 GMT"


def test_a_head_tells_the_same_without_a_body(client, hour):
    told, head = client.get(NEWS), client.head(NEWS)
    assert head.content == b""
    assert {name: head[name] for name in ("ETag", "Last-Modified")} == {
        name: told[name] for name in ("ETag", "Last-Modified")
    }
