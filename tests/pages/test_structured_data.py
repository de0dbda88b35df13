"""What search engines read in a note."""

import json
import re

import pytest

from tests.factories.institution import DistrictFactory, ImageFactory
from tests.factories.pages import published_note, topic

pytestmark = pytest.mark.django_db

HOSTILE = '</script><script>alert("1")</script>&'


def linked_data(response) -> dict[str, dict]:
    """The structured data of a page, by type."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    return {data["@type"]: data for data in map(json.loads, found)}


def test_a_note_tells_its_article(client, tree):
    coris, salud = DistrictFactory(name="Coris"), topic("Salud")
    note = published_note(lead_photo=ImageFactory(), lead_photo_alt="Foto", district=coris, topics=[salud])
    article = linked_data(client.get(note.url))["NewsArticle"]
    assert article["headline"] == note.title
    assert article["datePublished"].startswith(note.published_at.isoformat()[:19])
    assert len(article["image"]) == 3
    assert all(address.startswith("http://testserver/") for address in article["image"])
    assert article["mainEntityOfPage"]["@id"] == f"http://testserver{note.url}"
    assert article["articleSection"] == ["Salud"]
    assert article["contentLocation"]["name"] == "Coris"
    assert article["isAccessibleForFree"] is True


def test_no_title_closes_the_script(client, tree):
    note = published_note(title=HOSTILE)
    response = client.get(note.url)
    assert "<script>alert" not in response.content.decode()
    assert linked_data(response)["NewsArticle"]["headline"] == HOSTILE


def test_the_trail_goes_from_home_to_the_note(client, tree):
    note = published_note()
    steps = linked_data(client.get(note.url))["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Inicio", "Noticias", note.title]
    assert [step["position"] for step in steps] == [1, 2, 3]


def test_home_tells_who_the_municipality_is(client, tree):
    organisation = linked_data(client.get("/"))["GovernmentOrganization"]
    assert organisation["name"] == "Municipalidad Provincial de Aija"
    assert "address" not in organisation
