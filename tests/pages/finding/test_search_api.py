"""The search of the API: the portal's, by relevance, narrowed, counted and paged."""

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories.institution import DistrictFactory
from tests.factories.pages import published_note, topic
from tests.factories.works import published_work

pytestmark = pytest.mark.django_db


def ask(**asked: str) -> dict:
    answer = Client().get("/api/v1/search", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def titles(**asked: str) -> list[str]:
    return [each["title"] for each in ask(**asked)["items"]]


@pytest.fixture
def three(tree) -> None:
    now, district = timezone.now(), DistrictFactory(name="Coris", slug="coris", ubigeo="020204")
    published_work(title="Canal de riego", district=district)
    published_note(title="Sesión", summary="Se habló del canal de riego.", topics=[topic("Obras")], district=district)
    published_note(title="Feria", summary="Cerca del canal.", published_at=now)


def test_what_answers_best_comes_first_page_after_page(three):
    assert titles(q="canal de riego") == ["Canal de riego", "Sesión", "Feria"]
    first = ask(q="canal de riego", limit="2", total="1", overview="1")
    assert first["total"] == 3
    rest = ask(q="canal de riego", limit="2", cursor=first["next"])
    assert [each["title"] for each in rest["items"]] == ["Feria"]
    assert rest["next"] is None


def test_without_words_all_comes_from_the_newest(three):
    assert titles()[0] == "Feria"
    assert len(titles(limit="2", order="title")) == 2
    second = ask(limit="1", cursor=ask(limit="1")["next"])
    assert [each["title"] for each in second["items"]] == ["Sesión"]


def test_it_is_narrowed_by_what_the_portal_narrows_by(three):
    assert titles(q="canal", type="works") == ["Canal de riego"]
    assert titles(q="canal", topic="obras") == titles(topic="obras") == ["Sesión"]
    assert sorted(titles(q="canal", district="coris")) == ["Canal de riego", "Sesión"]


def test_the_overview_counts_each_facet_under_the_others(three):
    told = ask(q="canal", type="news", overview="1")["overview"]
    counted = {facet["name"]: {each["value"]: each["count"] for each in facet["values"]} for facet in told["facets"]}
    assert told["total"] == 2
    assert counted["type"] == {"news": 2, "works": 1}
    assert counted["topic"] == {"obras": 1}
    assert counted["district"] == {"020204": 1}
    assert "overview" not in ask(q="canal")
    assert "overview" not in ask(overview="1")


def test_what_was_corrected_is_told(three):
    assert ask(q="kanal", overview="1")["overview"]["corrections"] == [{"typed": "kanal", "used": "canal"}]


def test_neither_list_nor_overview_know_of_what_is_private(three):
    private = published_note(title="Canal privado", topics=[topic("Reservado")])
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    told = ask(q="canal", overview="1", total="1")
    assert told["total"] == told["overview"]["total"] == 3
    assert "eservado" not in str(told)


def test_a_list_is_new_as_soon_as_an_editor_adds_a_synonym(three):
    from search.models import SynonymGroup

    before = Client().get("/api/v1/search", {"q": "acequia"})
    SynonymGroup.objects.create(terms="acequia\ncanal")
    after = Client().get("/api/v1/search", {"q": "acequia"}, headers={"if-none-match": before["ETag"]})
    assert (before.json()["items"], after.status_code, len(after.json()["items"])) == ([], 200, 3)
