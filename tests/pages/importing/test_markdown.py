import datetime

import pytest

from pages.importing.front_matter import split_front_matter
from tests.pages.importing.made_files import picture, read_file, texts

NOTE = """---
titulo: "Aija estrena carretera"
Volanta: OBRAS
bajada: Une cinco caseríos
fecha: 18 de noviembre de 2026
lugar: Succha
autor: Redactora de ejemplo
etiqueta: se ignora
---
# Aija estrena carretera

La **municipalidad** inauguró la *vía*.
Sigue el párrafo con [el portal](https://example.pe).

- uno
- dos
    1. tres

| Tramo | Km |
|---|---|
| Aija | 12 |

> Cumplimos.
>
> — Alcaldesa de ejemplo, alcaldesa
"""


def test_a_markdown_note_gives_its_fields_and_blocks(tmp_path):
    note = read_file(tmp_path, "nota.md", NOTE)
    assert (note.title, note.kicker, note.summary) == ("Aija estrena carretera", "OBRAS", "Une cinco caseríos")
    assert (note.date, note.place, note.author) == (datetime.date(2026, 11, 18), "Succha", "Redactora de ejemplo")
    assert [block.type for block in note.body] == ["text", "table", "quote"]
    assert note.body[0].value == (
        '<p>La <b>municipalidad</b> inauguró la <i>vía</i>. Sigue el párrafo con <a href="https://example.pe">el portal'
        "</a>.</p><ul><li>uno</li><li>dos<ol><li>tres</li></ol></li></ul>"
    )
    assert note.body[1].value == {"caption": "", "columns": ["Tramo", "Km"], "rows": [["Aija", "12"]]}
    assert note.body[2].value == {"text": "Cumplimos.", "speaker": "Alcaldesa de ejemplo", "position": "alcaldesa"}
    assert note.warnings == ()


def test_without_front_matter_the_first_heading_is_the_title(tmp_path):
    note = read_file(
        tmp_path, "nota.md", "# Titular\n\n**Bajada**\n\nAija, 2026-11-18.- Cuerpo.\n\n# Otra parte\n\nFin."
    )
    assert (note.title, note.summary, note.date) == ("Titular", "Bajada", datetime.date(2026, 11, 18))
    assert texts(note) == "<p>Cuerpo.</p><h2>Otra parte</h2><p>Fin.</p>"


def test_the_front_matters_date_and_place_go_before_the_datelines(tmp_path):
    note = read_file(tmp_path, "nota.md", "---\nfecha: 01/02/2026\n---\n# T\n\nAija, 18 nov. 2026.- Cuerpo.")
    assert (note.date, note.place) == (datetime.date(2026, 2, 1), "Aija")


def test_a_title_in_the_front_matter_does_not_swallow_another_heading(tmp_path):
    note = read_file(tmp_path, "nota.md", "---\ntitle: Uno\n---\n# Dos\n\nCuerpo.")
    assert (note.title, texts(note)) == ("Uno", "<h2>Dos</h2><p>Cuerpo.</p>")


@pytest.mark.parametrize(
    "text",
    ["---\n\nTexto", "---\nsin dos puntos\n---\nTexto", "Texto\n---\na: b\n---", "---\na: b", "", "---\n: x\n---\n"],
)
def test_what_is_not_front_matter_is_text(text):
    assert split_front_matter(text) == ({}, text)


def test_html_in_markdown_is_shown_and_never_run(tmp_path):
    note = read_file(
        tmp_path, "nota.md", "# T\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=x>y</b>"
    )
    assert "<script" not in texts(note)
    assert "&lt;script&gt;" in texts(note)
    assert "href" not in texts(note)


def test_pictures_named_in_markdown_are_taken_with_their_texts(tmp_path):
    (tmp_path / "fotos").mkdir()
    (tmp_path / "fotos" / "la vía.png").write_bytes(picture())
    text = '# T\n\n![Vecinos *felices*](fotos/la%20vía.png "En el puente")\n\nFin.'
    note = read_file(tmp_path, "nota.md", text)
    (taken,) = note.pictures
    assert (taken.filename, taken.alt, taken.caption) == ("la vía.png", "Vecinos felices", "En el puente")
    assert taken.read() == picture()
    assert [block.type for block in note.body] == ["image", "text"]
    assert note.body[0].value == {"picture": taken.key, "caption": "En el puente"}


def test_a_picture_may_lie_elsewhere_in_the_imported_folder(tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    assert len(read_file(tmp_path, "2026/nota.md", "# T\n\n![a](../a.png)").pictures) == 1


@pytest.mark.parametrize(
    "address",
    [
        "../secreto.png",
        "..%2Fsecreto.png",
        "..\\\\secreto.png",
        "sub/../../secreto.png",
        "enlace.png",
        "{absolute}",
        "https://malo.example/a.png",
        "//malo.example/a.png",
        "a%00.png",
        "no-existe.png",
        ".",
        "C:/secreto.png",
    ],
)
def test_a_picture_outside_the_folder_or_on_the_web_is_never_taken(tmp_path, address):
    secret = tmp_path / "secreto.png"
    secret.write_bytes(picture())
    folder = tmp_path / "notas"
    (folder / "sub").mkdir(parents=True)
    (folder / "enlace.png").symlink_to(secret)
    note = read_file(folder, "nota.md", f"# T\n\nTexto.\n\n![a]({address.format(absolute=secret)} 'Al pie')")
    assert note.pictures == ()
    assert [block.type for block in note.body] == ["text"]
    assert any("No se importó la imagen" in warning for warning in note.warnings)


def test_a_picture_named_by_a_whole_file_address_stays_as_words(tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    note = read_file(tmp_path, "nota.md", f"# T\n\n![a](file://{tmp_path}/a.png)")
    assert (note.pictures, [block.type for block in note.body]) == ((), ["text"])


def test_a_file_that_is_no_picture_is_not_taken_as_one(tmp_path):
    (tmp_path / "clave.png").write_bytes(b"PASSWORD=1")
    assert read_file(tmp_path, "nota.md", "# T\n\n![a](clave.png)").pictures == ()


def test_a_photograph_the_body_shows_is_not_repeated_beside_it(tmp_path):
    for name in ("nota-1.png", "nota-2.png"):
        (tmp_path / name).write_bytes(picture())
    note = read_file(tmp_path, "nota.md", "# T\n\n![a](nota-2.png)")
    assert [taken.filename for taken in note.pictures] == ["nota-2.png", "nota-1.png"]
    assert [taken.filename for taken in note.loose_pictures] == ["nota-1.png"]


def test_lists_nested_without_end_are_read(tmp_path):
    nested = "".join("  " * depth + "- a\n" for depth in range(250))
    assert texts(read_file(tmp_path, "nota.md", "# T\n\n" + nested))
