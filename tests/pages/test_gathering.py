"""What belongs to a campaign or a work: all of it can be reached, in lists, feeds and the API."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.models import CampaignPage, MaterialPage, NewsPage
from pages.reading.campaigns import MOST_GATHERED
from tests.factories.campaigns import published_campaign
from tests.factories.events import published_event
from tests.factories.materials import ready_to_publish
from tests.factories.pages import draft_piece, published_note
from tests.factories.works import published_work
from tests.headless.contract import as_published

LISTS = {"/noticias/": "news", "/eventos/": "events", "/materiales/": "materials"}
FEEDS = ["/feeds/noticias.rss", "/feeds/noticias.json", "/feeds/eventos.rss", "/feeds/eventos.ics",
         "/feeds/materiales.rss"]  # fmt: skip


def one_of_each(title: str, **fields) -> None:
    """A note, an event and a material, all public."""
    published_note(title=f"Nota {title}", **fields)
    published_event(title=f"Evento {title}", starts=[timezone.now() + timedelta(days=5)], **fields)
    ready_to_publish(draft_piece(MaterialPage, title=f"Material {title}", **fields)).save_revision().publish()


def listed(client, address: str) -> list[str]:
    return [each.title for each in client.get(address).context["listing"].page.object_list]


@pytest.fixture
def campaign(tree) -> CampaignPage:
    made = published_campaign(title="Agua segura")
    one_of_each("de la campaña", campaign=made)
    one_of_each("suelta")
    return made


def test_lists_feeds_and_the_api_are_filtered_by_campaign_with_the_same_name(campaign, client):
    for address, resource in LISTS.items():
        asked = f"?campaign={campaign.slug}"
        assert [title.split(" ", 1)[1] for title in listed(client, address + asked)] == ["de la campaña"]
        assert "Agua segura" in client.get(address + asked).content.decode()
        told = as_published(client.get(f"/api/v1/{resource}{asked}"))["items"]
        assert [each["title"].split(" ", 1)[1] for each in told] == ["de la campaña"]
    for address in FEEDS:
        told = client.get(f"{address}?campaign={campaign.slug}").content.decode()
        assert ("de la campa" in told, "suelta" in told) == (True, False), address


def test_and_by_work(tree, client):
    work = published_work()
    one_of_each("de la obra", work=work)
    one_of_each("suelta")
    for address, resource in LISTS.items():
        assert [title.split(" ", 1)[1] for title in listed(client, f"{address}?work={work.slug}")] == ["de la obra"]
        for key in (work.slug, work.cui):
            assert len(as_published(client.get(f"/api/v1/{resource}?work={key}"))["items"]) == 1


def test_a_campaign_that_is_not_public_is_as_one_that_does_not_exist(campaign, client):
    campaign.unpublish()
    for slug in (campaign.slug, "no-hay", "%22"):
        assert len(listed(client, f"/noticias/?campaign={slug}")) == 2
        assert "No conocemos" in client.get(f"/noticias/?campaign={slug}").content.decode()
        assert client.get(f"/feeds/noticias.rss?campaign={slug}").status_code == 404
        assert client.get(f"/api/v1/news?campaign={slug}").status_code == 400
    assert "Agua segura" not in client.get("/noticias/").content.decode()


@pytest.mark.parametrize(("number", "linked"), [(MOST_GATHERED, False), (MOST_GATHERED + 1, True)])
def test_a_page_that_gathers_more_than_it_shows_leads_to_all(tree, client, number, linked):
    made = published_campaign()
    for each in range(number):
        live_note(tree, f"n-{each}", campaign=made)
    told = client.get(made.url).content.decode()
    assert (f"/noticias/?campaign={made.slug}" in told) is linked
    assert client.get(f"/noticias/?campaign={made.slug}").context["listing"].page.paginator.count == number


def test_once_all_is_over_the_link_leads_to_past_events(tree, client):
    made = published_campaign()
    past = timezone.now() - timedelta(days=3)
    for each in range(MOST_GATHERED + 1):
        published_event(title=f"Feria {each}", campaign=made, starts=[past])
    assert f"/eventos/?campaign={made.slug}&amp;cuando=pasados" in client.get(made.url).content.decode()


def test_the_filter_costs_the_same_with_few_and_with_many_campaigns(tree, client):
    def cost() -> int:
        client.get("/noticias/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/noticias/").status_code == 200
        return len(queries)

    def fill(first: int, number: int) -> None:
        index = published_campaign().get_parent()
        for each in range(first, first + number):
            index.refresh_from_db()
            made = index.add_child(instance=CampaignPage(title=f"C{each}", slug=f"c-{each}", summary="B", live=True))
            live_note(tree, f"de-c-{each}", campaign=made)

    fill(0, 3)
    few = cost()
    fill(3, 30)
    assert cost() == few


def live_note(tree, slug: str, **fields) -> NewsPage:
    """A public note, made cheaply."""
    tree.index.refresh_from_db()
    note = NewsPage(title=slug, slug=slug, summary="B", live=True, published_at=timezone.now(), **fields)
    return tree.index.add_child(instance=note)
