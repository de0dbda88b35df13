"""How files reach a reader: originals for the office alone, cuts for all, videos by parts."""

import pytest
from django.core.files.base import ContentFile

from config.partial_content import bounds
from institution.models import InstitutionDocument
from pages.models import Attachment
from tests.factories.institution import ImageFactory, located_picture
from tests.factories.pages import draft_note
from tests.factories.people import user_with

CONTENT = bytes(range(256)) * 1_000


@pytest.fixture
def video(tree) -> InstitutionDocument:
    """A video that a public note offers."""
    document = InstitutionDocument.objects.create(title="Video", file=ContentFile(CONTENT, name="video.mp4"))
    note = draft_note()
    note.attachments.add(Attachment(document=document))
    note.save_revision().publish()
    return document


def test_a_picture_as_it_was_uploaded_is_only_for_who_works_here(db, client):
    image = ImageFactory(file=ContentFile(located_picture(), name="foto.jpg"))
    assert client.get(image.file.url).status_code == 404
    assert client.get(image.get_rendition("width-20").url).status_code == 200
    client.force_login(user_with(None))
    assert client.get(image.file.url).status_code == 404
    person = user_with(None)
    person.is_superuser = True
    person.save()
    client.force_login(person)
    answer = client.get(image.file.url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", ["../originales/x", "%2e%2e/originales/x", "..%2Fdb.sqlite3", "no-existe.jpg"])
def test_a_cuts_address_leads_nowhere_else(db, client, path):
    assert client.get(f"/media/imagenes/{path}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "sent"),
    [("bytes=0-", CONTENT), ("bytes=100-199", CONTENT[100:200]), ("bytes=-10", CONTENT[-10:]),
     ("bytes=255990-999999999", CONTENT[255_990:]), ("bytes=-999999999", CONTENT)],
    ids=["all", "middle", "tail", "past the end", "more than all"],
)  # fmt: skip
def test_a_part_of_a_video_is_sent_when_asked(video, client, asked, sent):
    answer = client.get(video.url, headers={"range": asked, "accept-encoding": "gzip"})
    assert answer.status_code == 206
    assert answer.getvalue() == sent
    start, end = bounds(*asked[6:].split("-"), len(CONTENT))
    assert answer["Content-Range"] == f"bytes {start}-{end}/{len(CONTENT)}"
    assert answer["Content-Length"] == str(len(sent))
    assert answer["Content-Type"] == "video/mp4"
    assert "Content-Encoding" not in answer


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=9-3", "bytes=-0", "bytes=-"])
def test_a_part_beyond_the_end_is_told_as_such(video, client, asked):
    answer = client.get(video.url, headers={"range": asked})
    assert answer.status_code == 416
    assert answer["Content-Range"] == "bytes */256000"


@pytest.mark.parametrize("asked", ["", "bytes=0-1,5-6", "lines=0-1", "bytes=x-y", "bytes=" + "9" * 400 + "-"])
def test_what_is_no_single_range_gets_the_whole_file(video, client, asked):
    answer = client.get(video.url, headers={"range": asked, "accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Length"] == "256000"
    assert answer.getvalue() == CONTENT


def test_parts_of_a_file_that_changed_meanwhile_are_not_mixed(video, client):
    modified = client.get(video.url)["Last-Modified"]
    for seen, status in ((modified, 206), ("Mon, 01 Jan 2024 00:00:00 GMT", 200), ('"otra"', 200)):
        assert client.get(video.url, headers={"range": "bytes=0-9", "if-range": seen}).status_code == status


def test_a_part_of_a_hidden_video_is_hidden_too(tree, client):
    document = InstitutionDocument.objects.create(title="Video", file=ContentFile(CONTENT, name="video.mp4"))
    assert client.get(document.url, headers={"range": "bytes=0-9"}).status_code == 404
