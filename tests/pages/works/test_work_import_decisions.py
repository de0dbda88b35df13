"""Once decided, the right rows of a spreadsheet come in, or nothing does."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from institution.enums import Role
from institution.models import LongTask
from pages.actions.work_imports import AlreadyDecided, bring_in, erase_forgotten_imports, leave_import, start_import
from pages.enums import WorkImportState, WorkStage
from pages.models import PublicWorkPage, WorkImport, WorkImportRow
from tests.factories.people import user_with
from tests.factories.work_sheets import do, five_hundred, read, sheet
from tests.factories.works import NOW
from tests.pages.desk import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aija")]


def test_nothing_of_it_comes_in_by_choice():
    run = read(five_hundred())
    client = sign_in(Role.HEAD)
    html = client.get(reverse("obras_importadas:inspect", args=[run.pk])).content.decode()
    assert "10 filas tienen errores" in html
    assert "Importar las 490 correctas" in html
    assert "No importar nada" in html
    client.post(reverse("obras_importadas:decide", args=[run.pk]), {"decision": "leave"})
    assert not PublicWorkPage.objects.exists()
    assert WorkImport.objects.get().state == WorkImportState.LEFT
    with pytest.raises(AlreadyDecided):
        start_import(run=run, publishes=False, by=user_with(None), at=NOW)


def test_the_right_ones_come_in_by_choice_and_the_wrong_ones_stay_out():
    rows: list[dict] = [{} for _number in range(12)]
    rows[3], rows[8] = {"RUC": "20512333798"}, {"CUI": "1"}
    run = read(sheet(*rows))
    do(run, publishes=True)
    assert PublicWorkPage.objects.live().count() == 10
    work = PublicWorkPage.objects.get(cui="3000000")
    assert (work.viable_amount, work.stage, work.started_on) == (
        Decimal("1250000.50"), WorkStage.EXECUTION, date(2026, 1, 5),
    )  # fmt: skip
    assert run.rows.exclude(brought_at=None).count() == 10


def test_without_asking_to_publish_what_is_new_stays_a_draft():
    do(read(sheet({})))
    assert [work.live for work in PublicWorkPage.objects.all()] == [False]


def test_a_second_run_of_the_task_repeats_nothing():
    run = read(sheet({}, {}))
    task = start_import(run=run, publishes=False, by=user_with(None), at=NOW)
    bring_in(task, lambda done, total: None)
    bring_in(task, lambda done, total: None)
    assert PublicWorkPage.objects.count() == 2


def test_what_nobody_decides_about_is_erased_after_a_month_with_all_its_rows():
    waits, decided = read(sheet({}, {})), read(sheet({"CUI": "4000000"}))
    leave_import(run=decided, by=user_with(None), at=NOW)
    assert erase_forgotten_imports(at=NOW + timedelta(days=30)) == 0
    assert erase_forgotten_imports(at=NOW + timedelta(days=30, seconds=1)) == 1
    assert list(WorkImport.objects.all()) == [decided]
    assert not WorkImportRow.objects.filter(run=waits.pk).exists()


def test_an_upload_shows_its_verdicts_and_its_import_runs_as_a_long_task(django_capture_on_commit_callbacks):
    client = sign_in(Role.HEAD)
    upload = SimpleUploadedFile("obras.csv", sheet({}, {"RUC": "1"}))
    response = client.post(reverse("obras_importadas:upload"), {"sheet": upload}, follow=True)
    assert "Ese RUC no es válido" in response.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("obras_importadas:decide", args=[WorkImport.objects.get().pk]), {"decision": "import"})
    task = LongTask.objects.get()
    assert (task.state, task.result["summary"]) == ("done", "Se importó 1 obra.")
    assert WorkImport.objects.get().state == WorkImportState.DONE
    assert client.get(reverse("obras_importadas:index")).status_code == 200


def test_leaving_twice_is_told():
    run = read(sheet({}))
    leave_import(run=run, by=user_with(None), at=NOW)
    with pytest.raises(AlreadyDecided, match="Descartada"):
        leave_import(run=run, by=user_with(None), at=NOW)
