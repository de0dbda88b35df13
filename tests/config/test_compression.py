"""Answers made of words travel compressed in the best way that the client reads."""

import gzip

import brotli
import pytest

from tests.factories.pages import published_note

pytestmark = pytest.mark.django_db
NEWS = "/api/v1/news?fields=*"


@pytest.fixture(autouse=True)
def _something_long(tree):
    published_note(body=[("text", f"<p>{'Agua. ' * 200}</p>")])


def plain(client) -> bytes:
    return client.get(NEWS).content


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br", "br"), ("gzip, deflate, br", "br"), ("br;q=0.5, gzip", "br"), ("br;q=0, gzip", "gzip"),
        ("br; q=0.0,gzip", "gzip"), ("gzip", "gzip"), ("brotli", ""), ("", ""), ("identity", ""), ("xbr", ""),
    ],
)  # fmt: skip
def test_the_api_answers_in_what_the_client_reads(client, accepted, coding):
    answer = client.get(NEWS, headers={"Accept-Encoding": accepted})
    read = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]
    assert answer.get("Content-Encoding", "") == coding
    assert read(answer.content) == plain(client)
    assert int(answer["Content-Length"] if coding else len(answer.content)) == len(answer.content)
    assert "Accept-Encoding" in answer["Vary"]


def test_a_compressed_answer_has_a_weak_tag_that_still_says_it_did_not_change(client):
    strong = client.get(NEWS)["ETag"]
    for accepted in ("br", "gzip"):
        answer = client.get(NEWS, headers={"Accept-Encoding": accepted})
        assert answer["ETag"] == f"W/{strong}"
        again = client.get(NEWS, headers={"Accept-Encoding": accepted, "If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_what_is_short_is_left_as_it_is(client):
    assert not client.get("/api/v1/alerts", headers={"Accept-Encoding": "br"}).has_header("Content-Encoding")


def test_the_portal_goes_on_in_gzip(client):
    assert client.get("/", headers={"Accept-Encoding": "br, gzip"})["Content-Encoding"] == "gzip"
