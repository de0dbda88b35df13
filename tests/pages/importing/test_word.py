import datetime
import io

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from PIL import Image

from pages.importing import limits
from tests.pages.importing.made_files import add_link, add_picture, picture, plain_word, read_file, texts, word_bytes


def municipal_note() -> bytes:
    """A note as the office writes it, with Word's own styles."""
    document = Document()
    document.add_paragraph("NOTA DE PRENSA N.° 045-2026-OII-MPA")
    document.add_paragraph("OBRAS VIALES")
    document.add_paragraph("Aija estrena carretera", style="Title")
    document.add_paragraph("Une cinco caseríos de la cuenca", style="Subtitle")
    lead = document.add_paragraph()
    lead.add_run("Aija, 18 de noviembre de 2026.- ").bold = True
    lead.add_run("La municipalidad inauguró la ")
    lead.add_run("carretera").italic = True
    lead.add_run(". Más en ")
    add_link(lead, "el portal", "https://www.example.pe/obras?a=1&b=2")
    document.add_heading("Inversión", level=2)
    document.add_paragraph("Cemento", style="List Bullet")
    document.add_paragraph("Acero", style="List Bullet")
    document.add_paragraph("Trazo", style="List Number")
    add_picture(document, picture("teal"), alt="Vecinos cruzan el puente nuevo")
    document.add_paragraph("Vecinos en el puente.", style="Caption")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Tramo", "Kilómetros", "Aija - Succha", "12"], strict=True):
        cell.text = text
    document.add_paragraph("“Cumplimos con los caseríos”.", style="Quote")
    document.add_paragraph("— Alcaldesa de ejemplo, alcaldesa provincial", style="Quote")
    return word_bytes(document)


def test_a_note_written_in_word_keeps_its_headline(tmp_path):
    note = read_file(tmp_path, "nota.docx", municipal_note())
    assert (note.kicker, note.title) == ("OBRAS VIALES", "Aija estrena carretera")
    assert note.summary == "Une cinco caseríos de la cuenca"
    assert (note.date, note.place) == (datetime.date(2026, 11, 18), "Aija")
    assert note.former_number == "045-2026-OII-MPA"


def test_a_note_written_in_word_keeps_its_body_in_order(tmp_path):
    note = read_file(tmp_path, "nota.docx", municipal_note())
    assert [block.type for block in note.body] == ["text", "image", "table", "quote"]
    assert note.body[0].value == (
        '<p>La municipalidad inauguró la <i>carretera</i>. Más en <a href="https://www.example.pe/obras?a=1&amp;b=2">'
        "el portal</a></p><h2>Inversión</h2><ul><li>Cemento</li><li>Acero</li></ul><ol><li>Trazo</li></ol>"
    )
    assert note.body[2].value == {
        "caption": "",
        "columns": ["Tramo", "Kilómetros"],
        "rows": [["Aija - Succha", "12"]],
    }
    assert note.body[3].value == {
        "text": "“Cumplimos con los caseríos”.",
        "speaker": "Alcaldesa de ejemplo",
        "position": "alcaldesa provincial",
    }


def test_a_picture_in_word_comes_with_its_bytes_alternative_text_and_caption(tmp_path):
    note = read_file(tmp_path, "nota.docx", municipal_note())
    (taken,) = note.pictures
    assert Image.open(io.BytesIO(taken.read())).size == (32, 24)
    assert (taken.filename, taken.alt) == ("nota-1.png", "Vecinos cruzan el puente nuevo")
    assert note.body[1].value == {"picture": taken.key, "caption": "Vecinos en el puente."}
    assert taken.caption == "Vecinos en el puente."
    assert "Vecinos en el puente" not in texts(note)


def test_the_same_file_gives_the_same_fingerprint_and_another_gives_another(tmp_path):
    data = municipal_note()
    first, again = read_file(tmp_path, "a.docx", data), read_file(tmp_path, "b.docx", data)
    assert first.fingerprint == again.fingerprint != read_file(tmp_path, "c.docx", plain_word("Otra")).fingerprint


def test_a_caption_may_be_in_italics_or_labelled_and_a_plain_paragraph_is_not_one(tmp_path):
    document = Document()
    document.add_heading("Titular", level=1)
    for colour, words, italic in [
        ("red", "En cursiva", True),
        ("green", "Foto: Con rótulo", False),
        ("blue", "Texto", False),
    ]:
        add_picture(document, picture(colour))
        document.add_paragraph().add_run(words).italic = italic
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert [taken.caption for taken in note.pictures] == ["En cursiva", "Con rótulo", ""]
    assert texts(note) == "<p>Texto</p>"


def test_pictures_side_by_side_take_their_captions_in_order_and_a_single_one_goes_to_the_last(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    table = document.add_table(rows=2, cols=2)
    for cell, (colour, words) in enumerate([("red", "El rojo"), ("blue", "El azul")]):
        table.cell(0, cell).paragraphs[0].add_run().add_picture(io.BytesIO(picture(colour)))
        table.cell(1, cell).text = f"Foto: {words}"
    document.add_paragraph("Cuerpo.")
    add_picture(document, picture("green"))
    add_picture(document, picture("white"))
    document.add_paragraph("Foto: El blanco")
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert [taken.caption for taken in note.pictures] == ["El rojo", "El azul", "", "El blanco"]
    assert texts(note) == "<p>Cuerpo.</p>"


def test_the_letterheads_coat_of_arms_is_no_picture_of_the_note(tmp_path):
    document = Document()
    add_picture(document, picture("red"))
    document.add_paragraph("MUNICIPALIDAD PROVINCIAL DE AIJA")
    document.add_paragraph("Titular")
    document.add_paragraph("Cuerpo.")
    add_picture(document, picture("blue"))
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert (note.title, [block.type for block in note.body], len(note.pictures)) == ("Titular", ["text", "image"], 1)
    assert note.pictures[0].read() == picture("blue")


def test_the_styles_people_make_in_spanish_are_known(tmp_path):
    document = Document()
    for name in ("Volanta", "Titular", "Bajada"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph(f"Texto de {name}", style=name)
    document.add_paragraph("Cuerpo")
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert (note.kicker, note.title, note.summary) == ("Texto de Volanta", "Texto de Titular", "Texto de Bajada")


def test_capitals_given_by_format_make_a_kicker_as_typed_ones_do(tmp_path):
    document = Document()
    document.add_paragraph().add_run("Obras viales").font.all_caps = True
    document.add_paragraph("Aija estrena carretera", style="Title")
    document.add_paragraph("Cuerpo.")
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert (note.kicker, texts(note)) == ("Obras viales", "<p>Cuerpo.</p>")


def test_a_title_broken_in_two_lines_is_one_and_bold_bullets_under_it_are_no_summary(tmp_path):
    document = Document()
    title = document.add_paragraph("Aija estrena", style="Title")
    title.add_run().add_break()
    title.add_run("carretera")
    document.add_paragraph().add_run("• Une cinco caseríos").bold = True
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert (note.title, note.summary) == ("Aija estrena carretera", "")
    assert texts(note) == "<ul><li><b>Une cinco caseríos</b></li></ul>"


def test_a_picture_used_twice_is_kept_once_and_shown_twice(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    for _ in range(2):
        add_picture(document, picture())
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert (len(note.pictures), [block.type for block in note.body]) == (1, ["image", "image"])


def test_an_alternative_text_written_by_word_itself_is_not_kept(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    add_picture(document, picture("red"), alt="Un grupo de personas\n\nDescripción generada automáticamente")
    add_picture(document, picture("blue"), alt="IMG_2231.JPG")
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert [taken.alt for taken in note.pictures] == ["", ""]


def test_pictures_beyond_the_limit_are_left_out_with_a_warning(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PICTURES", 2)
    document = Document()
    document.add_paragraph("Titular")
    for colour in ("red", "green", "blue"):
        add_picture(document, picture(colour))
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert len(note.pictures) == 2
    assert any("más de 2 imágenes" in warning for warning in note.warnings)


def test_a_link_that_would_run_code_is_only_words(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    add_link(document.add_paragraph("Vea "), "aquí", "javascript:alert(1)")
    assert texts(read_file(tmp_path, "nota.docx", word_bytes(document))) == "<p>Vea aquí</p>"


def test_text_struck_out_is_kept_with_a_warning(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    document.add_paragraph().add_run("ya no va").font.strike = True
    note = read_file(tmp_path, "nota.docx", word_bytes(document))
    assert texts(note) == "<p>ya no va</p>"
    assert any("tachado" in warning for warning in note.warnings)


def test_photographs_beside_the_note_follow_those_of_its_body(tmp_path):
    (tmp_path / "nota-1.jpg").write_bytes(picture("red", "JPEG"))
    (tmp_path / "nota-2.jpg").write_bytes(b"not a picture")
    note = read_file(tmp_path, "nota.docx", municipal_note())
    assert [taken.filename for taken in note.pictures] == ["nota-1.png", "nota-1.jpg"]
    assert [taken.filename for taken in note.loose_pictures] == ["nota-1.jpg"]
    assert any("nota-2.jpg" in warning for warning in note.warnings)


def test_without_a_date_the_files_own_is_used_with_a_warning(tmp_path):
    note = read_file(tmp_path, "nota.docx", plain_word("Titular", "Cuerpo."))
    assert note.date is not None
    assert any("No se encontró la fecha" in warning for warning in note.warnings)


def test_tables_nested_to_a_sane_depth_are_read(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for _ in range(8):
        cell = cell.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "al fondo"
    assert "al fondo" in texts(read_file(tmp_path, "nota.docx", word_bytes(document)))
