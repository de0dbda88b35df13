"""The list and the map of the works answer the same filters, and cost the same with few as with many."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pages.enums import WorkModality, WorkStage
from pages.models import PublicWorkPage
from tests.factories.institution import DistrictFactory
from tests.factories.whole_works import many_works
from tests.factories.works import draft_work, published_work
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def five_works() -> dict[str, PublicWorkPage]:
    aija, coris = DistrictFactory(slug="aija", name="Aija"), DistrictFactory(slug="coris", name="Coris")
    return {
        "a": published_work(slug="a", district=aija, started_on=date(2025, 3, 1), stage=WorkStage.EXECUTION),
        "b": published_work(slug="b", district=coris, planned_start=date(2026, 3, 1), modality=WorkModality.DIRECT),
        "c": published_work(slug="c", district=coris, started_on=date(2026, 3, 1), stage=WorkStage.SETTLED),
        "d": draft_work(slug="d", district=aija),
        "e": published_work(slug="e", district=aija, embargo_until=timezone.now() + timedelta(days=1)),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"a", "b", "c"}),
        ({"estado": "execution"}, {"a"}),
        ({"distrito": "coris"}, {"b", "c"}),
        ({"anio": "2026"}, {"b", "c"}),
        ({"modalidad": "direct"}, {"b"}),
        ({"distrito": "coris", "anio": "2026", "estado": "settled"}, {"c"}),
        ({"estado": "nada"}, {"a", "b", "c"}),
    ],
)
def test_list_map_and_points_answer_the_same_filters(client, five_works, asked, expected):
    listed = client.get("/obras/", asked).context["listing"].page.object_list
    mapped = client.get("/obras/", asked | {"vista": "mapa"}).context["listing"].page.object_list
    points = client.get("/obras/mapa.json", asked).json()["works"]
    assert {each.slug for each in listed} == {each.slug for each in mapped} == expected
    assert {each["url"].rstrip("/").rpartition("/")[2] for each in points} == expected


def test_the_map_keeps_its_filters_in_its_own_address_and_has_a_list_for_who_has_no_scripts(client, five_works):
    html = client.get("/obras/?vista=mapa&distrito=coris").content.decode()
    assert 'data-points="/obras/mapa.json?distrito=coris"' in html
    assert '<input type="hidden" name="vista" value="mapa">' in html
    assert 'href="?vista=mapa"' in html
    assert html.count("mlat=") == 2


def test_no_map_asks_for_tiles_unless_an_address_is_set(client, five_works, settings):
    assert 'data-tiles=""' in client.get("/obras/?vista=mapa").content.decode()
    settings.MAP_TILES_URL = "https://tiles.example.test/{z}/{x}/{y}.png"
    assert (
        'data-tiles="https://tiles.example.test/{z}/{x}/{y}.png"' in client.get("/obras/?vista=mapa").content.decode()
    )


@pytest.mark.parametrize(
    "query", ["anio=99999999999999", "anio=-1", "estado=%00", "vista=x&pagina=-3", "distrito='", "obra=%00"]
)
def test_no_address_breaks_the_list_or_the_map(client, five_works, query):
    assert client.get(f"/obras/?{query}").status_code == 200
    assert client.get(f"/obras/mapa.json?{query}").status_code == 200


@pytest.mark.parametrize("address", ["/obras/", "/obras/?vista=mapa", "/obras/mapa.json"])
def test_a_list_costs_the_same_queries_with_twenty_works_as_with_many(client, address):
    many_works(20)
    few = queries_of(client, address)
    many_works(60)
    assert queries_of(client, address) == few
