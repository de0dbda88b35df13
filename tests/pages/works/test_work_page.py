"""What a citizen sees of a work: its page, the list, the map, and the form to report a problem."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from pages.actions.work_moves import move_work
from pages.actions.work_reports import erase_old_reports
from pages.enums import PhotoMoment, WorkModality, WorkStage
from pages.models import (
    ConsortiumMember,
    NewsPage,
    ProgrammedPoint,
    PublicWorkIndexPage,
    PublicWorkPage,
    WorkExtension,
    WorkPhoto,
    WorkReport,
)
from pages.rules.curves import chart, programmed_at
from tests.factories.institution import DistrictFactory, ImageFactory, OrganicUnitFactory, picture_bytes
from tests.factories.pages import published_note
from tests.factories.works import NOW, advance, draft_work, published_work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


def page_of(client, work, query="") -> str:
    response = client.get(f"/obras/{work.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def whole_work() -> PublicWorkPage:
    """A work with everything that a work may have."""
    work = draft_work(
        title="Canal de Coris", infobras_code="12345", viable_amount=Decimal("1250000.50"),
        updated_amount=Decimal("1300000"), funding_source="Canon minero", contractor="Consorcio Coris",
        contractor_ruc="20512333797", resident="Residente de ejemplo", supervisor="Supervisor de ejemplo",
        planned_start=date(2026, 1, 5), planned_end=date(2026, 9, 30), started_on=date(2026, 2, 1),
        latitude=Decimal("-9.78"), longitude=Decimal("-77.6"), locality="Sector Alto",
        unit=OrganicUnitFactory(code="GIDT", email="obras@example.test", phone="043 000000"),
    )  # fmt: skip
    work.consortium.add(ConsortiumMember(name="Empresa de ejemplo", ruc="20131312955", share=60))
    work.extensions.add(
        WorkExtension(days=30, norm="R.G. 045-2026", approved_on=date(2026, 9, 1), new_end=date(2026, 10, 30))
    )
    for month, percent in ((2, 0), (6, 50), (10, 100)):
        work.programme.add(ProgrammedPoint(on=date(2026, month, 1), physical=percent))
    for moment in (PhotoMoment.BEFORE, PhotoMoment.AFTER):
        work.photos.add(WorkPhoto(moment=moment, image=ImageFactory(), alt=f"Foto {moment}"))
    work.save_revision().publish()
    move_work(work=work, to=WorkStage.EXECUTION, on=date(2026, 2, 1), by=None, at=NOW)
    advance(work, date(2026, 3, 1), 10, 8, amount=Decimal("104000"))
    advance(work, date(2026, 8, 1), "62.5", 51, note="Revestimiento del segundo tramo.")
    return PublicWorkPage.objects.get(pk=work.pk)


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


# The list and the map under the same filters


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


# What it costs


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def many_works(number: int) -> None:
    """Public works made cheaply, each with an advance."""
    index, district, photo = PublicWorkIndexPage.objects.get(), DistrictFactory(), ImageFactory()
    start = PublicWorkPage.objects.count()
    for each in range(start, start + number):
        work = PublicWorkPage(
            title=f"Obra {each}", slug=f"o{each}", summary="Bajada", cui=f"{1_000_000 + each}", district=district,
            live=True, published_at=timezone.now(), stage=WorkStage.EXECUTION, lead_photo=photo,
        )  # fmt: skip
        index.add_child(instance=work)
        advance(work, date(2026, 3, 1), 10)


@pytest.mark.parametrize("address", ["/obras/", "/obras/?vista=mapa", "/obras/mapa.json"])
def test_a_list_costs_the_same_queries_with_twenty_works_as_with_many(client, address):
    many_works(20)
    few = queries_of(client, address)
    many_works(60)
    assert queries_of(client, address) == few


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


# Reporting a problem


def reported(client, work, **typed):
    values = {"problem": "Zanja abierta", "consent": "on"} | typed
    return client.post(f"/obras/{work.slug}/reportar/", values, REMOTE_ADDR=typed.pop("address", "10.0.0.1"))


def test_a_report_is_kept_without_what_the_photo_carried_and_told_to_the_unit(client):
    work = published_work(unit=OrganicUnitFactory(email="obras@example.test"))
    photo = SimpleUploadedFile("IMG_1.png", picture_bytes(kind="PNG"), content_type="image/png")
    response = reported(client, work, photo=photo, email="vecina@example.test", place="Cruce")
    assert response.status_code == 302
    report = WorkReport.objects.get()
    assert report.photo.read()[:3] == b"\xff\xd8\xff"
    assert "Ley 29733" in report.consent_text
    mail = Email.objects.get()
    assert mail.to == ["obras@example.test"]
    assert "Zanja abierta" in mail.message
    assert "Recibimos su reporte" in client.get(response.url).content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"consent": ""}, "necesitamos que acepte"),
        ({"problem": " "}, "errorlist"),
        ({"email": "x"}, "correo"),
        ({"photo": SimpleUploadedFile("foto.jpg", b"no es una foto")}, "No pudimos leer esa foto"),
        ({"photo": SimpleUploadedFile("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")}, "No pudimos leer"),
    ],
)
def test_a_wrong_report_comes_back_with_what_was_typed(client, typed, told):
    response = reported(client, published_work(), **{"place": "Cruce de Coris"} | typed)
    html = response.content.decode()
    assert response.status_code == 422
    assert told in html
    assert "Cruce de Coris" in html
    assert not WorkReport.objects.exists()


def test_a_robot_is_thanked_and_forgotten_and_a_flood_is_asked_to_wait(client):
    work = published_work()
    assert reported(client, work, website="http://spam.test").status_code == 302
    answers = [reported(client, work).status_code for _number in range(5)]
    assert answers == [302, 302, 302, 302, 422]
    assert WorkReport.objects.count() == 4


def test_what_is_not_public_takes_no_reports(client):
    assert client.get(f"/obras/{draft_work().slug}/reportar/").status_code == 404


def test_a_report_is_erased_with_its_photo_when_its_year_ends(client, django_capture_on_commit_callbacks):
    report = reported_with_photo(client, published_work())
    assert erase_old_reports(at=report.received_at + timedelta(days=364)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_old_reports(at=report.received_at + timedelta(days=367)) == 1
    assert not report.photo.storage.exists(report.photo.name)


def test_deleting_a_report_or_its_work_deletes_the_photo_once_it_is_sure(client, django_capture_on_commit_callbacks):
    work = published_work()
    alone, with_its_work = reported_with_photo(client, work), reported_with_photo(client, work)
    for doomed, report in ((alone, alone), (work, with_its_work)):
        with suppress(ZeroDivisionError), transaction.atomic():
            type(doomed).objects.get(pk=doomed.pk).delete()
            raise ZeroDivisionError
        assert report.photo.storage.exists(report.photo.name)
        with django_capture_on_commit_callbacks(execute=True):
            type(doomed).objects.get(pk=doomed.pk).delete()
        assert not report.photo.storage.exists(report.photo.name)
    assert not WorkReport.objects.exists()


def reported_with_photo(client, work) -> WorkReport:
    reported(client, work, photo=SimpleUploadedFile("IMG_1.png", picture_bytes()))
    return WorkReport.objects.latest("pk")
