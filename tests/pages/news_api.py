"""The news API, asked as a client asks it."""

from django.test import Client
from django.utils.dateparse import parse_datetime

from pages.models import NewsPage
from tests.factories.pages import published_note
from tests.headless.contract import as_published

NEWS = "/api/v1/news"


def items(client: Client, **asked) -> list[dict]:
    """The items of a list that must be as published."""
    return as_published(client.get(NEWS, asked))["items"]


def slugs(client: Client, **asked) -> list[str]:
    """The slugs of a list, in its order."""
    return [each["slug"] for each in items(client, **asked)]


def refusal(client: Client, **asked) -> dict:
    """The problem of a list that must be refused."""
    response = client.get(NEWS, asked)
    assert response.status_code == 400
    return as_published(response)


def dated(slug: str, instant: str, **fields) -> NewsPage:
    """A public note that carries this instant."""
    return published_note(slug=slug, published_at=parse_datetime(instant), **fields)
