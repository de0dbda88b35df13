"""`import_notes`: a real folder comes in once, as drafts that wait for approval, with a row for each file."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from docx import Document

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import InstitutionImage
from pages.actions.import_notes import import_folder
from pages.enums import ImportVerdict
from pages.models import ImportRow, NewsPage
from tests.factories.institution import picture_bytes
from tests.factories.people import user_with
from tests.pages.importing.made_files import add_picture, word_bytes

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def word_note() -> bytes:
    document = Document()
    document.add_heading("Culminó la limpieza del canal", 0)
    document.add_paragraph("Aija, 18 de noviembre de 2026.- La comuna terminó los trabajos.")
    document.add_heading("Qué sigue", 1)
    document.add_paragraph("Riego por turnos", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ["Tramo", "Metros", "Alto", "120"], strict=True):
        cell.text = words
    add_picture(document, picture_bytes(colour="#116611"), alt="Vecinos junto al canal")
    document.add_paragraph("Foto: faena comunal", style="Caption")
    return word_bytes(document)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "canal.docx").write_bytes(word_note())
    (tmp_path / "canal.jpg").write_bytes(picture_bytes(colour="#aa2222", kind="JPEG", size=(80, 60)))
    (tmp_path / "feria.md").write_text("# Feria de la papa\n\nSerá el **sábado** en la plaza.\n\n- Papa nativa\n")
    (tmp_path / "aviso.txt").write_bytes("Corte de agua\n\nMañana no habrá agua en el barrio Ñahuin.".encode("cp1252"))
    (tmp_path / "rota.docx").write_bytes(b"esto no es Word")
    (tmp_path / "vacia.md").write_bytes(b"")
    (tmp_path / "antigua.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "sin-nota.png").write_bytes(picture_bytes(colour="#0000ff"))
    return tmp_path


@pytest.fixture
def editor(tree):
    seed_institution()
    seed_roles()
    return user_with(Role.WRITING, username="redaccion")


def verdicts(run) -> dict[str, str]:
    return dict(run.rows.values_list("path", "verdict"))


def test_each_file_has_its_verdict_and_the_broken_ones_do_not_stop_the_rest(folder, editor):
    run = import_folder(folder, by=editor, at=NOON)
    assert verdicts(run) == {
        "aviso.txt": ImportVerdict.IMPORTED,
        "canal.docx": ImportVerdict.IMPORTED,
        "feria.md": ImportVerdict.IMPORTED,
        "rota.docx": ImportVerdict.REFUSED,
        "vacia.md": ImportVerdict.REFUSED,
        "antigua.doc": ImportVerdict.REFUSED,
        "sin-nota.png": ImportVerdict.ORPHAN,
    }
    assert all(row.message for row in run.rows.exclude(verdict=ImportVerdict.IMPORTED))


def test_a_word_note_keeps_its_structure_its_pictures_and_its_date(folder, editor):
    import_folder(folder, by=editor, at=NOON)
    note = NewsPage.objects.get(title="Culminó la limpieza del canal")
    assert note.event_date == date(2026, 11, 18)
    assert str(note.district) == "Aija"
    kinds = [block.block_type for block in note.body]
    assert "table" in kinds
    assert "image" in kinds
    html = "".join(str(block.value) for block in note.body if block.block_type == "text")
    assert "<h2>Qué sigue</h2>" in html
    assert "<li>Riego por turnos</li>" in html
    picture = next(block.value for block in note.body if block.block_type == "image")
    assert picture["image"].contextual_alt_text == "Vecinos junto al canal"
    assert "faena comunal" in picture["caption"]
    assert note.lead_photo.width == 80


def test_notes_arrive_as_drafts_that_wait_for_the_head(folder, editor):
    import_folder(folder, by=editor, at=NOON)
    for note in NewsPage.objects.all():
        assert not note.live
        assert note.number is None
        assert note.current_workflow_task.name == "Aprobación de Jefatura"
        assert note.owner == editor


def test_importing_twice_duplicates_nothing(folder, editor):
    import_folder(folder, by=editor, at=NOON)
    before = (NewsPage.objects.count(), InstitutionImage.objects.count())
    again = import_folder(folder, by=editor, at=NOON)
    assert (NewsPage.objects.count(), InstitutionImage.objects.count()) == before
    imported = {"aviso.txt", "canal.docx", "feria.md"}
    assert {path for path, verdict in verdicts(again).items() if verdict == ImportVerdict.REPEATED} == imported


def test_a_note_that_was_deleted_does_not_come_back(folder, editor):
    import_folder(folder, by=editor, at=NOON)
    NewsPage.objects.get(title="Feria de la papa").delete()
    run = import_folder(folder, by=editor, at=NOON)
    assert "eliminada" in ImportRow.objects.get(run=run, path="feria.md").message
    assert not NewsPage.objects.filter(title="Feria de la papa").exists()


def test_a_lying_picture_is_told_and_the_note_comes_in(tmp_path, editor):
    (tmp_path / "nota.txt").write_text("Un titular\n\nUn párrafo.")
    (tmp_path / "nota.jpg").write_bytes(b"<html>no soy una foto</html>")
    run = import_folder(tmp_path, by=editor, at=NOON)
    row = run.rows.get(path="nota.txt")
    assert row.verdict == ImportVerdict.IMPORTED
    assert "nota.jpg" in row.message
    assert row.page.lead_photo is None


def test_the_command_says_what_became_of_each_file(folder, editor):
    out = StringIO()
    call_command("import_notes", str(folder), stdout=out)
    assert "Importada        canal.docx" in out.getvalue()
    assert "Total: Importada: 3, No se pudo leer: 3, Foto sin nota: 1." in out.getvalue()


@pytest.mark.parametrize("arguments", [["/no/existe"], [".", "--user", "nadie"]])
def test_the_command_explains_what_it_cannot_do(tree, arguments):
    with pytest.raises(CommandError, match="No existe"):
        call_command("import_notes", *arguments)
