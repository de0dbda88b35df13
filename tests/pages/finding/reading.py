"""Reading the page of a search as a person sees it."""

import re
from html import unescape

from django.test import Client
from django.utils.html import strip_tags

FOUND = re.compile(r'<h2 class="found__title">(.*?)</h2>', re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
BROWSER = {"user-agent": "Mozilla/5.0 (Android 14; Mobile)"}


def page_of(typed: str, **asked: str) -> str:
    """The page that answers, as HTML."""
    response = Client().get("/buscar/", {"q": typed, **asked}, headers=BROWSER)
    assert response.status_code == 200, typed
    return response.content.decode()


def words_in(html: str) -> str:
    """The page's words, with single blanks."""
    return " ".join(unescape(strip_tags(html)).split())


def titles(typed: str, **asked: str) -> list[str]:
    """The titles of what is found, in order; first what answers at once."""
    return [words_in(title) for title in FOUND.findall(page_of(typed, **asked))]


def links(html: str) -> dict[str, str]:
    """The addresses of the page's links by their words, the last of each."""
    return {words_in(words): unescape(address) for address, words in LINK.findall(html)}
