"""Works come in from a spreadsheet: every wrong row is named, and then the right ones come in, or nothing does."""

import csv
import io
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from institution.enums import Role
from institution.models import LongTask
from pages.actions.work_imports import AlreadyDecided, bring_in, erase_forgotten_imports, leave_import, start_import
from pages.actions.work_sheets import read_works
from pages.enums import WorkImportState, WorkStage
from pages.models import PublicWorkPage, WorkImport, WorkImportRow
from pages.rules.sheet_values import UnreadableCell, heading, number, words
from pages.spreadsheets.works import MOST_ROWS, UnreadableSheet, read_sheet
from tests.factories.institution import DistrictFactory, OrganicUnitFactory
from tests.factories.people import user_with
from tests.factories.works import NOW, advance, published_work
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
HEADS = ["CUI", "Obra", "Modalidad", "Distrito", "Monto viable", "RUC", "Latitud", "Longitud", "Estado", "Inicio real"]
RIGHT = [
    "",
    "Canal",
    "Contrata",
    "Aija",
    "1,250,000.50",
    "20512333797",
    "-9.78",
    "-77.61",
    "En ejecución",
    "05/01/2026",
]


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    DistrictFactory(ubigeo="020201", name="Aija", slug="aija")


def sheet(*rows: dict[str, object], heads: list[str] = HEADS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV with these changes over a right row, each with a CUI of its own unless it says one."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(heads)
    for place, changes in enumerate(rows):
        whole = dict(zip(HEADS, RIGHT, strict=True)) | {"CUI": f"{3_000_000 + place}"} | changes
        writer.writerow([whole.get(head, "") for head in heads])
    return out.getvalue().encode(encoding)


def read(content: bytes) -> WorkImport:
    return read_works(filename="obras.csv", content=content, by=user_with(None), at=NOW)


def verdicts(run: WorkImport) -> list[str]:
    return list(run.rows.values_list("verdict", flat=True))


def told_of(run: WorkImport, line: int = 2) -> str:
    return run.rows.get(line=line).message


def do(run: WorkImport, *, publishes: bool = False) -> None:
    """Decide to bring it in, and do what the worker does."""
    task = start_import(run=run, publishes=publishes, by=user_with(None), at=NOW)
    bring_in(task, lambda done, total: None)


TEN_WRONG = [
    {"CUI": "123"}, {"CUI": ""}, {"RUC": "20512333798"}, {"Monto viable": "mucho"}, {"Distrito": "Huaraz"},
    {"Estado": "casi lista"}, {"Latitud": "-99"}, {"Inicio real": "ayer"}, {"Obra": ""}, {"Modalidad": "=1+1"},
]  # fmt: skip


def five_hundred() -> bytes:
    rows: list[dict] = [{} for _number in range(500)]
    for place, wrong in enumerate(TEN_WRONG):
        rows[place * 50 + 7] = wrong
    return sheet(*rows)


def test_of_five_hundred_rows_the_ten_wrong_ones_are_named_with_what_to_do():
    run = read(five_hundred())
    assert verdicts(run).count("new") == 490
    wrong = run.rows.filter(verdict="wrong")
    assert [row.line for row in wrong] == [place * 50 + 9 for place in range(10)]
    names = ["CUI", "CUI", "RUC", "Monto viable", "Distrito", "Estado", "Latitud", "Inicio real", "Obra", "Modalidad"]
    assert [row.message.partition(":")[0] for row in wrong] == names
    assert not PublicWorkPage.objects.exists()


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


def test_a_known_cui_changes_only_what_the_row_says():
    work = published_work(cui="3000000", resident="Residente anterior", title="Canal", locality="Alto")
    run = read(sheet({"Residente": "Residente nuevo"}, heads=["CUI", "Residente", "Localidad"]))
    assert verdicts(run) == ["changed"]
    assert told_of(run) == "Cambia: residente."
    do(run, publishes=True)
    work.refresh_from_db()
    assert (work.resident, work.locality, work.title) == ("Residente nuevo", "Alto", "Canal")


def test_a_row_that_says_what_is_known_changes_nothing():
    published_work(cui="3000000", title="Canal")
    assert verdicts(read(sheet({}, heads=["CUI", "Obra"]))) == ["same"]


def test_a_pending_draft_is_what_a_row_is_compared_with_and_what_it_changes():
    work = published_work(cui="3000000", title="Canal")
    work.title, work.resident = "Canal nuevo", "Residente"
    work.save_revision()
    run = read(sheet({"Obra": "Canal nuevo"}, heads=["CUI", "Obra"]))
    assert verdicts(run) == ["same"]
    do(read(sheet({"Localidad": "Alto"}, heads=["CUI", "Localidad"])))
    draft = PublicWorkPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.resident, draft.locality) == ("Canal nuevo", "Residente", "Alto")


@pytest.mark.parametrize(
    ("stage", "row", "verdict"),
    [
        (WorkStage.EXECUTION, {"Estado": "Paralizada", "Causa": "Falta de recursos"}, "changed"),
        (WorkStage.EXECUTION, {"Estado": "Paralizada"}, "wrong"),
        (WorkStage.EXECUTION, {"Estado": "Liquidada"}, "wrong"),
        (WorkStage.EXECUTION, {"Estado": "EN EJECUCION"}, "same"),
        (WorkStage.CONCLUDED, {"Estado": "Recibida", "Estado desde": "01/06/2026"}, "changed"),
        (WorkStage.CONCLUDED, {"Estado": "Recibida", "Estado desde": "01/06/2036"}, "wrong"),
    ],
)
def test_a_row_moves_a_work_only_as_its_state_allows(stage, row, verdict):
    work = published_work(cui="3000000", stage=stage)
    run = read(sheet(row, heads=["CUI", "Estado", "Estado desde", "Causa"]))
    assert verdicts(run) == [verdict]
    if verdict == "changed":
        do(run)
        assert work.moves.count() == 2


def test_a_repeated_cui_is_wrong_the_second_time():
    run = read(sheet({"CUI": "3000009"}, {"CUI": "3000009"}))
    assert verdicts(run) == ["new", "wrong"]
    assert "fila 2" in told_of(run, 3)


def test_coordinates_outside_peru_come_in_with_a_warning():
    run = read(sheet({"Latitud": "9.78", "Longitud": "77.61"}))
    assert verdicts(run) == ["new"]
    assert "quiso poner -9.78" in run.rows.get().warning


# Files


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "latin-1"), (";", "utf-8-sig"), (",", "latin-1")]
)
def test_any_usual_csv_is_read(delimiter, encoding):
    run = read(sheet({"Obra": "Reconstrucción"}, delimiter=delimiter, encoding=encoding))
    assert run.rows.get().title == "Reconstrucción"


def xlsx(*rows: list[object]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_an_xlsx_is_read_with_its_numbers_and_dates_and_its_formulas_are_refused():
    rows = [HEADS, [3000000, "Canal", "Contrata", 20201, 1250000.5, 20512333797, -9.78, -77.61, "", date(2026, 1, 5)]]
    DistrictFactory(ubigeo="20201", name="Otro", slug="otro")
    run = read(xlsx(*rows, [3000001, "=A1", *RIGHT[2:]]))
    assert verdicts(run) == ["new", "wrong"]
    assert run.rows.first().values["viable_amount"] == "1250000.5"
    assert "fórmula" in told_of(run, 3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 roto",
        b"Nombre,Monto\nCanal,5\n",
        b"\x00",
        b"%PDF-1.4",
        b'CUI,Obra\n"abierta',
    ],
)
def test_what_is_no_spreadsheet_of_works_is_refused_with_what_to_do_or_read_as_nothing(content):
    client = sign_in(Role.HEAD)
    upload = SimpleUploadedFile("obras.csv", content) if content else SimpleUploadedFile("obras.csv", b" ")
    response = client.post(reverse("obras_importadas:upload"), {"sheet": upload})
    assert response.status_code in (200, 302)
    if response.status_code == 200:
        assert response.context["form"].errors["sheet"]


def test_a_sheet_with_too_many_rows_is_refused():
    with pytest.raises(UnreadableSheet, match="2000"):
        read_sheet(sheet(*[{}] * (MOST_ROWS + 1)))


@given(st.text(max_size=60))
def test_no_cell_breaks_the_reading(typed):
    assert isinstance(heading(typed), str)
    for read_cell in (words, number):
        with suppress(UnreadableCell):
            read_cell(typed)


# There and back


def exported(kind: str) -> bytes:
    response = sign_in(Role.HEAD).get(reverse("obras:index"), {"export": kind})
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_comes_back_without_changing_anything(kind):
    work = published_work(
        cui="3000000", stage=WorkStage.EXECUTION, viable_amount=Decimal("1250000.50"), latitude=Decimal("-9.780280"),
        longitude=Decimal("-77.61"), planned_start=date(2026, 1, 5), contractor="=SUMA S. A. C.", locality="- Alto",
    )  # fmt: skip
    advance(work, date(2026, 2, 1), "12.5")
    published_work(cui="3000001")
    before = list(PublicWorkPage.objects.order_by("pk").values())
    run = read(exported(kind))
    assert verdicts(run) == ["same", "same"], [row.message for row in run.rows.all()]
    do(run, publishes=True)
    assert list(PublicWorkPage.objects.order_by("pk").values()) == before


def test_every_cell_of_the_exported_xlsx_says_what_the_work_says():
    unit = OrganicUnitFactory(code="GIDUR")
    work = published_work(
        cui="3000000", stage=WorkStage.EXECUTION, since=date(2026, 1, 6), title="Canal de Mellisca", unit=unit,
        viable_amount=Decimal("1250000.50"), updated_amount=Decimal("1300000.00"), latitude=Decimal("-9.780280"),
        longitude=Decimal("-77.610000"), planned_start=date(2026, 1, 5), planned_end=date(2026, 12, 5),
        contractor="=SUMA S. A. C.", contractor_ruc="20512333797", resident="Ing. de ejemplo", supervisor="Otra",
        infobras_code="123", funding_source="Canon", locality="- Alto", summary="Riego para Mellisca.",
    )  # fmt: skip
    advance(work, date(2026, 2, 1), "12.5", "10")
    heads, cells = load_workbook(io.BytesIO(exported("xlsx"))).active.iter_rows(values_only=True)
    told = dict(zip(heads, cells, strict=True))
    published = told.pop("Publicación")
    assert (published.date(), published.tzinfo) == (timezone.localdate(work.published_at), None)
    days = {name: value.date() for name, value in told.items() if hasattr(value, "date")}
    assert told | days == {
        "CUI": "3000000", "Obra": "Canal de Mellisca", "Bajada": "Riego para Mellisca.", "Código Infobras": "123",
        "Localidad": "- Alto", "Financiamiento": "Canon", "Contratista": "=SUMA S. A. C.", "RUC": "20512333797",
        "Residente": "Ing. de ejemplo", "Supervisión": "Otra", "Estado": "En ejecución",
        "Estado desde": date(2026, 1, 6), "Avance físico": 12.5, "Avance financiero": 10, "Modalidad": "Contrata",
        "Distrito": work.district.name, "Unidad": "GIDUR", "Monto viable": 1250000.5, "Monto actualizado": 1300000,
        "Latitud": -9.78028, "Longitud": -77.61, "Inicio previsto": date(2026, 1, 5),
        "Término previsto": date(2026, 12, 5), "Inicio real": None, "Término real": None,
    }  # fmt: skip


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
