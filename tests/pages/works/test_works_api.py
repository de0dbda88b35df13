"""The works as integrators read them: every answer is as published, and costs a fixed number of queries."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from pages.actions.work_moves import move_work
from pages.enums import WorkModality, WorkStage
from pages.models import ProgrammedPoint, WorkPhoto
from tests.factories.institution import DistrictFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import topic
from tests.factories.whole_works import many_works
from tests.factories.works import NOW, advance, draft_work, published_work
from tests.headless.contract import as_published
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
WORKS = "/api/v1/works"


def slugs(client, **asked) -> list[str]:
    return [each["slug"] for each in as_published(client.get(WORKS, asked))["items"]]


def test_a_work_is_told_with_its_amounts_as_text_its_point_and_its_latest_advance(client):
    work = published_work(
        stage=WorkStage.EXECUTION,
        viable_amount=Decimal("1250000.5"),
        latitude=Decimal("-9.78"),
        longitude=Decimal("-77.6"),
    )
    advance(work, date(2026, 3, 1), 10, 8)
    advance(work, date(2026, 8, 1), "62.5", 51)
    told = as_published(client.get(WORKS))["items"][0]
    assert (told["type"], told["state"], told["viable_amount"]) == ("work", "execution", "1250000.50")
    assert (told["physical"], told["measured_on"]) == (62.5, "2026-08-01")
    assert told["coordinates"] == {"latitude": -9.78, "longitude": -77.6, "exact": True}


def test_a_work_whole_tells_its_advances_its_moves_its_programme_and_its_photos(client):
    work = draft_work(slug="canal", contractor="Consorcio", contractor_ruc="20512333797")
    work.programme.add(ProgrammedPoint(on=date(2026, 10, 1), physical=100))
    work.photos.add(WorkPhoto(moment="before", image=ImageFactory(), alt="Antes"))
    work.save_revision().publish()
    work = type(work).objects.get(pk=work.pk)

    move_work(work=work, to=WorkStage.EXECUTION, on=date(2026, 2, 1), by=None, at=NOW)
    advance(work, date(2026, 3, 1), 10, 8, amount=Decimal("99.9"), photos=[(ImageFactory(), "Muro")])
    for key in ("canal", work.pk, work.cui):
        told = as_published(client.get(f"{WORKS}/{key}"))
        assert told["slug"] == "canal"
    assert [(each["on"], each["amount"], each["photos"][0]["alt"]) for each in told["advances"]] == [
        ("2026-03-01", "99.90", "Muro")
    ]
    assert [each["state"] for each in told["moves"]] == ["execution"]
    assert told["programme"] == [{"on": "2026-10-01", "physical": 100.0}]
    assert told["photos"][0]["moment"] == "before"
    assert told["contractor"]["ruc"] == "20512333797"
    assert told["report_url"].endswith("/obras/canal/reportar/")


def test_works_are_filtered_by_state_modality_year_district_unit_and_topic(client):
    aija, unit = DistrictFactory(ubigeo="020201", name="Aija", slug="aija"), OrganicUnitFactory(code="GIDT")
    work = published_work(
        slug="una", district=aija, unit=unit, started_on=date(2026, 2, 1), modality=WorkModality.DIRECT,
        stage=WorkStage.EXECUTION,
    )  # fmt: skip
    work.topics.set([topic("Obras")])
    work.save_revision().publish()
    published_work(slug="otra", planned_start=date(2025, 2, 1))
    asked = [
        {"state": "execution"}, {"modality": "direct"}, {"year": 2026}, {"district": "aija"}, {"unit": "GIDT"},
        {"topic": "obras"}, {"state": "execution", "year": 2026, "district": "020201"},
    ]  # fmt: skip
    assert [slugs(client, **each) for each in asked] == [["una"]] * len(asked)


def test_what_advances_is_among_what_was_updated(client):
    before = timezone.now()
    work = published_work(slug="una", stage=WorkStage.EXECUTION)
    published_work(slug="otra")
    type(work).objects.update(last_published_at=before - timedelta(days=9), published_at=before - timedelta(days=9))
    type(work).objects.update(facts_at=None)
    since = (before - timedelta(days=1)).isoformat()
    assert slugs(client, updated_at__gte=since) == []
    type(work).objects.filter(pk=work.pk).update(facts_at=before)
    assert slugs(client, updated_at__gte=since) == ["una"]


@pytest.mark.parametrize("asked", [{"state": "casi"}, {"year": "x"}, {"modality": "contrata"}, {"estado": "execution"}])
def test_what_is_not_understood_is_refused(client, asked):
    response = client.get(WORKS, asked)
    assert response.status_code == 400
    assert as_published(response)["parameter"] == next(iter(asked))


def test_what_is_not_public_is_not_there(client):
    draft_work(slug="borrador")
    published_work(slug="embargada", embargo_until=timezone.now() + timedelta(days=1))
    assert slugs(client) == []
    assert client.get(f"{WORKS}/embargada").status_code == 404


@pytest.mark.parametrize("order", ["published_at", "-updated_at", "begins_on", "title", "-physical"])
def test_pages_follow_one_another_in_every_order(client, order):
    for number in range(5):
        work = published_work(stage=WorkStage.EXECUTION, started_on=date(2026, 1, 1) if number % 2 else None)
        if number < 3:
            advance(work, date(2026, 3, 1), number)
    met, cursor = [], {}
    while True:
        page = as_published(client.get(WORKS, {"order": order, "limit": 2} | cursor))
        met += [each["slug"] for each in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert len(met) == len(set(met)) == 5
    assert met == slugs(client, order=order)


def test_a_list_costs_the_same_queries_as_works_grow(client):
    many_works(20)
    few = queries_of(client, WORKS, {"limit": 100})
    many_works(40)
    assert queries_of(client, WORKS, {"limit": 100}) == few
