"""What a citizen reads of a work: its facts, its curves, why it stands still, and its news."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from pages.actions.work_moves import move_work
from pages.enums import WorkStage
from pages.models import NewsPage
from pages.rules.curves import chart, programmed_at
from tests.factories.institution import DistrictFactory
from tests.factories.pages import published_note
from tests.factories.whole_works import whole_work
from tests.factories.works import NOW, advance, published_work
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def page_of(client, work, query="") -> str:
    response = client.get(f"/obras/{work.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_tells_every_field_of_the_facts_sheet(client):
    html = page_of(client, whole_work()).replace("\xa0", " ")
    told = [
        "12345", "S/ 1,250,000.50", "S/ 1,300,000.00", "Canon minero", "Consorcio Coris (RUC 20512333797)",
        "Empresa de ejemplo (RUC 20131312955)", "Residente de ejemplo", "Supervisor de ejemplo", "Contrata",
        "5 de enero de 2026", "30 de setiembre de 2026", "1 de febrero de 2026", "30 días (R.G. 045-2026)",
        "30 de octubre de 2026", "geo:-9.780000,-77.600000", "obras@example.test", "043 000000", "Sector Alto",
        "62.5 %", "Revestimiento del segundo tramo.", "En ejecución", "Antes y después", "Reportar un problema",
    ]  # fmt: skip
    assert [each for each in told if each not in html] == []


def test_the_chart_has_behind_it_a_table_with_what_was_programmed_and_executed(client):
    html = page_of(client, whole_work()).replace("\xa0", " ")
    assert '<title id="curva-titulo">' in html
    assert " style=" not in html
    row = html[html.index('<th scope="row">01/08/2026') :][:200]
    assert "75 %" in row
    assert "62.5 %" in row


def test_the_curves_stay_within_the_drawing_and_a_day_between_points_is_read_along_the_line():
    programmed = [(date(2026, 1, 1), Decimal(0)), (date(2026, 1, 11), Decimal(100))]
    drawn = chart(programmed, [(date(2026, 1, 6), Decimal(40))])
    points = [tuple(map(float, pair.split(","))) for pair in drawn.programmed.split()]
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in points)
    assert programmed_at(programmed, date(2026, 1, 6)) == 50
    assert programmed_at(programmed, date(2026, 2, 1)) is None
    assert chart([], []) is None
    assert chart([], [(date(2026, 1, 6), Decimal(40))]).executed


def test_a_paralysed_work_says_why(client):
    work = published_work(stage=WorkStage.EXECUTION)
    move_work(
        work=work, to=WorkStage.PARALYSED, on=date(2026, 11, 1), cause="weather", reason="Huaico", by=None, at=NOW
    )
    html = page_of(client, work)
    assert "La obra está paralizada." in html
    assert "Lluvias, heladas u otro evento natural" in html


def test_news_about_the_work_gather_themselves_and_an_embargoed_one_waits(client):
    work = published_work()
    published_note(title="Avanza el canal", work=work)
    published_note(title="Secreta todavía", work=work, embargo_until=timezone.now() + timedelta(days=1))
    html = page_of(client, work)
    assert "Avanza el canal" in html
    assert "Secreta todavía" not in html


def test_a_point_outside_peru_gives_way_to_the_districts_on_the_page_and_the_map(client):
    district = DistrictFactory(latitude="-9.78", longitude="-77.61")
    work = published_work(latitude=Decimal("9.78"), longitude=Decimal("77.61"), district=district)
    assert "geo:-9.78000,-77.61000" in page_of(client, work)
    assert client.get("/obras/mapa.json").json()["works"][0]["point"] == [-9.78, -77.61]


def test_a_page_costs_the_same_queries_however_much_is_told_of_the_work(client):
    work = whole_work()
    published_note(work=work)
    few = queries_of(client, f"/obras/{work.slug}/")
    for day in range(2, 9):
        advance(work, date(2026, 9, day), 63 + day, 52)
    for _number in range(3):
        published_note(work=work)
    assert queries_of(client, f"/obras/{work.slug}/") == few
    assert NewsPage.objects.filter(work=work).count() == 4
