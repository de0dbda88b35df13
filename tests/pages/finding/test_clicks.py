"""Clicks on results: counted from the address that the browser says it comes from, whoever it is."""

import pytest
from django.test import Client
from django.utils import timezone

from search.actions.use import count_search
from search.models import SearchUse
from tests.factories.pages import published_note

BROWSER = {"user-agent": "Mozilla/5.0 (Android 14; Mobile)"}
FROM_SEARCH = "http://testserver/buscar/?q=Agua&pagina=2"

pytestmark = pytest.mark.django_db


@pytest.fixture
def clicks(tree):
    """How many clicks the words «agua» have after going to an address from another."""
    count_search(typed="agua", found=True, corrected=False, at=timezone.now())

    def after(address: str, referer: str = FROM_SEARCH, **headers: str) -> int:
        Client().get(address, headers=BROWSER | {"referer": referer} | headers)
        return SearchUse.objects.get().clicks

    return after


def test_going_from_the_results_to_a_page_is_a_click(clicks):
    assert clicks(published_note().url) == 1


@pytest.mark.parametrize("address", ["/", "/noticias/", "/buscar/?q=agua", "/no-existe/"])
def test_going_elsewhere_is_none(clicks, address):
    assert clicks(address) == 0


@pytest.mark.parametrize(
    "referer",
    ["", "http://testserver/noticias/?q=agua", "http://otro.test/buscar/?q=agua", "http://testserver/buscar/",
     "http://[roto", "http://testserver/buscar/?q=otra+cosa"],
)  # fmt: skip
def test_coming_from_elsewhere_is_none(clicks, referer):
    assert clicks(published_note().url, referer) == 0


@pytest.mark.parametrize("headers", [{"user-agent": "Googlebot/2.1"}, {"sec-purpose": "prefetch"}, {"user-agent": ""}])
def test_robots_and_prefetches_click_nothing(clicks, headers):
    assert clicks(published_note().url, **headers) == 0
