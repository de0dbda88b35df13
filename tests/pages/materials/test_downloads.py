"""A download gives the file while it is public, and counts a person's press without a trace of who."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.models import DownloadCount, MaterialPage
from pages.rules.downloads import counts_as_download
from tests.factories.pages import published_piece
from tests.pages.materials.browser import BROWSER


def test_a_download_is_counted_by_day_in_lima_without_a_trace_of_who(tree, client):
    page = published_piece(MaterialPage, slug="afiche")
    row = page.presentations.get()
    for _time in range(3):
        answer = client.get(row.download_path(), headers=BROWSER)
        assert (answer.status_code, answer.url) == (302, row.document.url)
        assert not answer.cookies
    assert client.head(row.download_path(), headers=BROWSER).status_code == 302
    client.get(row.download_path(), headers={"user-agent": "Googlebot/2.1"})
    count = DownloadCount.objects.get()
    assert (count.times, count.day, count.label) == (3, timezone.localdate(), "A3 para imprimir")
    assert client.post(row.download_path()).status_code == 405


@pytest.mark.parametrize(
    ("agent", "counted"),
    [
        (BROWSER["user-agent"], True), ("", False), ("  ", False), ("curl/8.0", False), ("WhatsApp/2.23", False),
        ("Mozilla/5.0 (compatible; bingbot/2.0)", False), ("python-requests/2.31", False),
        ("Mozilla/5.0 (X11) Gecko/20100101 Firefox/128.0", True),
    ],
)  # fmt: skip
def test_only_a_persons_press_counts(agent, counted):
    assert counts_as_download(method="GET", user_agent=agent, purpose="") is counted
    assert not counts_as_download(method="GET", user_agent=agent, purpose="prefetch;prerender")
    assert not counts_as_download(method="HEAD", user_agent=agent, purpose="")


def test_nothing_of_an_embargoed_material_can_be_taken(tree, client):
    page = published_piece(MaterialPage, embargo_until=timezone.now() + timedelta(hours=1))
    row = page.presentations.get()
    assert client.get(row.download_path(), headers=BROWSER).status_code == 404
    assert client.get(row.document.url).status_code == 404
    assert not DownloadCount.objects.exists()


@pytest.mark.parametrize("key", ["0", "999999", "9" * 30, "x", "-1"])
def test_an_unknown_file_is_not_found(tree, client, key):
    published_piece(MaterialPage, slug="afiche")
    assert client.get(f"/materiales/afiche/descargar/{key}/", headers=BROWSER).status_code == 404
    assert client.get("/materiales/otro/descargar/1/", headers=BROWSER).status_code == 404
