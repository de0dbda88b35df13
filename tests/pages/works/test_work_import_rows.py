"""Each row of a spreadsheet of works is told apart: new, changed, the same or wrong, and why."""

import pytest

from pages.enums import WorkStage
from pages.models import PublicWorkPage
from tests.factories.work_sheets import do, five_hundred, read, sheet, told_of, verdicts
from tests.factories.works import published_work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aija")]


def test_of_five_hundred_rows_the_ten_wrong_ones_are_named_with_what_to_do():
    run = read(five_hundred())
    assert verdicts(run).count("new") == 490
    wrong = run.rows.filter(verdict="wrong")
    assert [row.line for row in wrong] == [place * 50 + 9 for place in range(10)]
    names = ["CUI", "CUI", "RUC", "Monto viable", "Distrito", "Estado", "Latitud", "Inicio real", "Obra", "Modalidad"]
    assert [row.message.partition(":")[0] for row in wrong] == names
    assert not PublicWorkPage.objects.exists()


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
