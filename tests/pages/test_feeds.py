"""The news as RSS, Atom and JSON Feed; the site's map and what crawlers may visit."""

import json
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone

from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_note, published_note, topic

ADDRESSES = ["/feeds/noticias.rss", "/feeds/noticias.atom", "/feeds/noticias.json"]


@pytest.fixture
def notes(tree):
    soon = timezone.now() + timedelta(hours=1)
    published_note(title="Pública & <clara>", topics=[topic("Obras")], lead_photo=ImageFactory(), lead_photo_alt="Foto")
    published_note(title="Secreta por embargo", embargo_until=soon)
    draft_note(title="Borrador secreto")


def test_rss_and_atom_are_well_formed_and_say_who_when_and_what_about(notes, client):
    for address in ADDRESSES[:2]:
        feed = feedparser.parse(client.get(address).content)
        assert feed.bozo == 0, address
        entry = feed.entries[0]
        assert entry.title == "Pública & <clara>"
        assert entry.link.startswith("http://testserver/noticias/")
        assert [tag.term for tag in entry.tags] == ["Obras"]
        assert entry.enclosures[0].href.startswith("http://testserver/media/")
        assert feed.feed.language == "es-PE" or address.endswith("atom")


def test_json_feed_has_what_version_1_1_asks_for(notes, client):
    response = client.get("/feeds/noticias.json")
    feed = json.loads(response.content)
    assert response["Content-Type"].startswith("application/feed+json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/feeds/noticias.json"
    item = feed["items"][0]
    assert item["id"] == item["url"]
    assert item["date_published"].endswith("-05:00")
    assert item["tags"] == ["Obras"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/sitemap.xml"])
def test_nothing_hidden_is_told(notes, client, address):
    body = client.get(address).content.decode()
    assert "ecret" not in body
    assert "noticias/nota-" in body


@pytest.mark.parametrize("address", [*ADDRESSES, "/sitemap.xml"])
def test_queries_do_not_grow_with_the_notes(tree, client, address, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _ in range(2):
        for _ in range(5):
            published_note(topics=[topic("Obras")], lead_photo=ImageFactory(), lead_photo_alt="Foto")
        client.get(address)  # makes the pictures' renditions, once
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_robots_names_the_map_and_keeps_crawlers_out_of_the_backend(tree, client):
    body = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in body
    assert "Disallow: /admin/" in body


def test_health_and_readiness_answer(tree, client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["database"] == "ok"
