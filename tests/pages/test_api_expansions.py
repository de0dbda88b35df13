"""Every link that can be told whole is, whatever the resource at its end asks of a question."""

import pytest

from headless.resources import offered
from pages.models import CampaignPage, EventPage, MaterialPage, NewsPage, PublicWorkPage
from tests.factories.every_type import published_of
from tests.factories.institution import OrganicUnitFactory
from tests.factories.pages import topic
from tests.headless.contract import as_published

LINKS = [(each.name, link) for each in offered() for link in each.expansions]


@pytest.fixture
def linked(tree):
    """A public campaign and a public work, and two pieces of each type that gathers in both, with a topic in common."""
    shared = {"unit": OrganicUnitFactory(), "topics": [topic("Obras")]}
    round_which = {"campaign": published_of(CampaignPage), "work": published_of(PublicWorkPage)}
    for model in (NewsPage, NewsPage, EventPage, MaterialPage):
        published_of(model, **shared, **round_which)


@pytest.mark.django_db
def test_every_link_turns_whole(client, linked):
    assert [f"{name}: {link}" for name, link in LINKS if not turns_whole(client, name, link)] == []


def turns_whole(client, name: str, link: str) -> bool:
    """Whether the links that there are, and only they, are told in another way when they are asked for whole."""
    brief = as_published(client.get(f"/api/v1/{name}", {"fields": link}))["items"]
    whole = as_published(client.get(f"/api/v1/{name}", {"fields": link, "expand": link}))["items"]
    return (whole != brief) == any(each[link] for each in brief)
