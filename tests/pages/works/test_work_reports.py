"""A citizen reports a problem of a work: the unit is told, and what it holds is erased in time."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from post_office.models import Email

from pages.actions.work_reports import erase_old_reports
from pages.models import WorkReport
from tests.factories.institution import OrganicUnitFactory, picture_bytes
from tests.factories.works import draft_work, published_work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def reported(client, work, **typed):
    values = {"problem": "Zanja abierta", "consent": "on"} | typed
    return client.post(f"/obras/{work.slug}/reportar/", values, REMOTE_ADDR=typed.pop("address", "10.0.0.1"))


def reported_with_photo(client, work) -> WorkReport:
    reported(client, work, photo=SimpleUploadedFile("IMG_1.png", picture_bytes()))
    return WorkReport.objects.latest("pk")


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
