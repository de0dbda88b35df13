"""The text of a file, whatever the file is like: never an error, always bounded, with why there is none."""

import os
import time
import zipfile
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.db.models.fields.files import FieldFile, FileField
from hypothesis import given
from hypothesis import strategies as st

from search.attached import reading
from search.attached.reading import FileText, text_of
from search.enums import TextState
from search.rules.extracted import tidied
from tests.search.attached.made_files import locked, pdf, scanned, swollen, word


def kept(name: str, content: bytes) -> FieldFile:
    """The file in a library of its own."""
    storage = InMemoryStorage()
    return FieldFile(SimpleNamespace(), FileField(storage=storage), storage.save(name, ContentFile(content)))


def read(name: str, content: bytes) -> FileText:
    return text_of(kept(name, content))


def test_what_a_pdf_says_is_read_with_its_figures_and_accents():
    told = read("resolucion.pdf", pdf("Resolución de Alcaldía 045-2026", "Señálese S/ 1,250,000.50"))
    assert told == FileText(TextState.READ, "Resolución de Alcaldía 045-2026\nSeñálese S/ 1,250,000.50")


def test_what_a_word_document_says_is_read_with_its_tables():
    assert read("acta.docx", word("Acta de la sesión", "Acuerdo de Concejo")).text == (
        "Acta de la sesión\nAcuerdo de Concejo"
    )


@pytest.mark.parametrize(("name", "content"), [("a.docx", pdf("Acta")), ("a.pdf", word("Acta"))])
def test_a_file_under_the_name_of_another_kind_is_read_as_what_it_is(name, content):
    assert read(name, content).text == "Acta"


def test_a_pdf_of_500_pages_is_read_in_part_and_in_little_time():
    begun = time.monotonic()
    told = read("memoria.pdf", pdf("palabra " * 200, pages=500))
    assert told.state == TextState.PARTIAL
    assert 100_000 < len(told.text) <= reading.MOST_CHARACTERS
    assert time.monotonic() - begun < 15


STRANGE = {
    "scanned": ("a.pdf", scanned(), TextState.NO_TEXT),
    "empty of words": ("a.docx", word(" ", ""), TextState.NO_TEXT),
    "locked": ("a.pdf", locked(pdf("Acta")), TextState.ENCRYPTED),
    "locked by Word": ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), TextState.ENCRYPTED),
    "of an old Word": ("a.docx", b"\xd0\xcf\x11\xe0" + b"texto", TextState.BROKEN),
    "cut": ("a.pdf", pdf("Acta")[:5000], TextState.BROKEN),
    "cut Word": ("a.docx", word("Acta")[:9000], TextState.BROKEN),
    "empty": ("a.pdf", b"", TextState.BROKEN),
    "noise": ("a.docx", os.urandom(100_000), TextState.BROKEN),
    "a page of the web": ("a.pdf", b"<html><script>alert(1)</script></html>", TextState.BROKEN),
    "a video": ("a.mp4", b"video", TextState.OTHER_KIND),
    "without a kind": ("LEAME", b"texto", TextState.OTHER_KIND),
}


@pytest.mark.parametrize("case", STRANGE)
def test_a_file_without_text_to_read_says_why(case):
    name, content, state = STRANGE[case]
    assert read(name, content) == FileText(state)


def test_a_pdf_that_swells_when_opened_is_given_up():
    assert read("a.pdf", swollen(1)).text == "hola"
    assert read("a.pdf", swollen(5_000_000)).state == TextState.TOO_HEAVY


def test_a_word_document_that_swells_when_opened_is_refused_before():
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30 * 1024**2)
    begun = time.monotonic()
    assert read("a.docx", bomb.getvalue()).state == TextState.TOO_HEAVY
    assert time.monotonic() - begun < 5


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    assert read("a.pdf", pdf("Acta")).state == TextState.TOO_HEAVY


def test_a_file_too_large_is_not_even_opened(monkeypatch):
    file = kept("a.pdf", pdf("Acta"))
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    assert text_of(file).state == TextState.TOO_HEAVY


def test_a_file_that_is_gone_is_no_error():
    file = kept("a.pdf", pdf("Acta"))
    file.storage.delete(file.name)
    assert text_of(file).state == TextState.BROKEN


def test_words_cut_by_a_line_are_whole_and_ranges_stay():
    assert tidied("la cons\u00adtruc\ufffe\r\nción del reser-\r\nvorio, años 2024-\n2026") == (
        "la construcción del reservorio, años 2024-\n2026"
    )
    assert tidied("o\ufb01cina\x00 de\x07 enlace \ud800\n\n \n") == "oficina de enlace"
    assert tidied(" . \n—") == ""


@given(st.text())
def test_whatever_comes_out_of_a_file_can_be_kept_and_is_tidy_the_second_time(text):
    told = tidied(text)
    assert "\0" not in told
    told.encode()
    assert tidied(told) == told
