import codecs
import datetime

import pytest

from tests.pages.importing.made_files import picture, read_file, texts

NOTE = """NOTA DE PRENSA N.° 7-2026-OII-MPA
Señal de radio llegará a Coris — «año nuevo»

Aija, 18 de noviembre de 2026.- La municipalidad
firmó el convenio.

Beneficios:
- más cobertura
  en la cuenca
- más horas

Fin & gracias <b>.
"""


@pytest.mark.parametrize(
    "data",
    [
        NOTE.encode("utf-8"),
        NOTE.encode("utf-8-sig"),
        NOTE.replace("\n", "\r\n").encode("cp1252"),
        codecs.BOM_UTF16_LE + NOTE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NOTE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be"],
)
def test_a_plain_text_note_reads_the_same_in_every_encoding(tmp_path, data):
    note = read_file(tmp_path, "nota.txt", data)
    assert note.title == "Señal de radio llegará a Coris — «año nuevo»"
    assert (note.former_number, note.place, note.date) == ("7-2026-OII-MPA", "Aija", datetime.date(2026, 11, 18))
    assert texts(note) == (
        "<p>La municipalidad firmó el convenio.</p><p>Beneficios:</p><ul><li>más cobertura en la cuenca</li>"
        "<li>más horas</li></ul><p>Fin &amp; gracias &lt;b&gt;.</p>"
    )


def test_a_file_without_blank_lines_has_a_paragraph_a_line(tmp_path):
    note = read_file(tmp_path, "nota.txt", "Titular\nUno.\nDos.")
    assert (note.title, texts(note)) == ("Titular", "<p>Uno.</p><p>Dos.</p>")


def test_photo_lines_are_the_captions_of_the_photographs_beside(tmp_path):
    for name in ("nota-1.jpg", "nota-2.jpg"):
        (tmp_path / name).write_bytes(picture("red", "JPEG"))
    text = "Titular\n\nCuerpo.\n\nFOTO: La entrega\nFoto 2: El público\nFOTO: Sobra"
    note = read_file(tmp_path, "nota.txt", text)
    assert [(taken.filename, taken.caption) for taken in note.pictures] == [
        ("nota-1.jpg", "La entrega"),
        ("nota-2.jpg", "El público"),
    ]
    assert texts(note) == "<p>Cuerpo.</p><p>FOTO: Sobra</p>"


def test_a_photo_line_without_photographs_stays_in_the_text(tmp_path):
    assert "FOTO: La entrega" in texts(read_file(tmp_path, "nota.txt", "Titular\n\nCuerpo.\n\nFOTO: La entrega"))


def test_without_a_title_the_files_name_serves_with_a_warning(tmp_path):
    note = read_file(tmp_path, "obra de Coris.txt", "Un párrafo muy largo que no es titular. " * 10)
    assert note.title == "obra de Coris"
    assert any("titular" in warning for warning in note.warnings)


def test_the_mark_of_old_editors_at_the_end_is_not_text(tmp_path):
    assert texts(read_file(tmp_path, "nota.txt", b"Titular\r\n\r\nCuerpo.\r\n\x1a")) == "<p>Cuerpo.</p>"


def test_marks_that_turn_the_reading_direction_do_not_survive(tmp_path):
    assert texts(read_file(tmp_path, "nota.txt", "Titular\n\nuno\u202e dos\u200b\u00ad")) == "<p>uno dos</p>"
