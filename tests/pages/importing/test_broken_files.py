"""Files that are not what their name says, or that were made to do harm: one Spanish sentence each, never a crash."""

import io
import os
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.importing import limits
from pages.importing.note import UnreadableNote
from pages.importing.reading import read_note
from pages.importing.sources import Kind, Source
from tests.pages.importing.made_files import picture, plain_word, read_file, repacked, word_bytes

GOOD = plain_word("Titular", "Un párrafo.")
PART = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(inner: str) -> bytes:
    return f'<?xml version="1.0"?><w:document {W}><w:body>{inner}</w:body></w:document>'.encode()


def spreadsheet() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def locked() -> bytes:
    """A zip whose entries say they are encrypted."""
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


BROKEN = {
    "empty": (b"", "vacío"),
    "random": (bytes(range(256)) * 40, "dañado"),
    "a picture renamed": (picture(), r"tipo \.png"),
    "a PDF renamed": (b"%PDF-1.7\n" + b"x" * 500, r"tipo \.pdf"),
    "an old .doc renamed": (OLE, "Word antiguo"),
    "locked by Word": (OLE + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
    "locked as a zip": (locked(), "contraseña"),
    "cut in half": (GOOD[: len(GOOD) // 2], "incompleto"),
    "only the zip's mark": (b"PK\x03\x04", "incompleto"),
    "a spreadsheet renamed": (spreadsheet(), "no es un documento de Word"),
    "not XML inside": (repacked(GOOD, {PART: b"<w:document"}), "dañado"),
    "another XML inside": (repacked(GOOD, {PART: b"<a/>"}), "dañado"),
    "an entity bomb": (
        repacked(GOOD, {PART: b'<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'}),
        "demasiado grande o complejo",
    ),
    "an entity bomb in a part of odd name": (
        repacked(GOOD, {"word/media/image1.jpeg": b'\n <!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'}),
        "demasiado grande o complejo",
    ),
    "nested without end": (
        repacked(GOOD, {PART: body("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000)}),
        "demasiado grande o complejo",
    ),
    "too many elements": (repacked(GOOD, {PART: body("<w:p/>" * 160_000)}), "demasiado grande o complejo"),
    "a part too long": (
        repacked(GOOD, {PART: body("<w:p><w:r><w:t>" + "a" * limits.MAX_XML_BYTES + "</w:t></w:r></w:p>")}),
        "demasiado grande o complejo",
    ),
    "packed by another method": (repacked(GOOD, {}, method=zipfile.ZIP_BZIP2), "demasiado grande o complejo"),
    "too many entries": (repacked(GOOD, {f"word/{n}.bin": b"" for n in range(2_100)}), "demasiado grande o complejo"),
    "a text too long": (plain_word("Titular", "palabra " * 30_000), "supera los"),
    "no words": (word_bytes(Document()), "no tiene texto"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_word_file_is_told_in_spanish(tmp_path, name):
    data, message = BROKEN[name]
    with pytest.raises(UnreadableNote, match=message):
        read_file(tmp_path, "nota.docx", data)


def test_a_package_that_would_unpack_without_measure_is_refused_unopened(tmp_path):
    bomb = repacked(GOOD, {"word/media/a.bin": bytes(limits.MAX_UNPACKED_BYTES)})
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableNote, match="demasiado grande"):
        read_file(tmp_path, "nota.docx", bomb)


def test_a_package_that_lies_about_its_size_is_refused(tmp_path):
    data = bytearray(repacked(GOOD, {PART: body("<w:p/>" * 100_000)}))
    entry = data.find(PART.encode(), data.find(b"PK\x01\x02"))
    data[entry - 22 : entry - 18] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableNote, match="dañado"):
        read_file(tmp_path, "nota.docx", bytes(data))


def test_a_file_too_heavy_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 1_000)
    with pytest.raises(UnreadableNote, match="pesa más"):
        read_file(tmp_path, "nota.docx", GOOD)


def test_a_file_that_has_gone_is_told_in_spanish(tmp_path):
    with pytest.raises(UnreadableNote, match="No se pudo abrir"):
        read_note(Source(path=tmp_path / "nota.docx", kind=Kind.DOCX))


def test_a_picture_missing_from_the_package_only_warns(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    document.add_picture(io.BytesIO(picture()))
    whole = word_bytes(document)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            if "media" not in name:
                after.writestr(name, before.read(name))
    note = read_file(tmp_path, "nota.docx", file.getvalue())
    assert note.pictures == ()
    assert any("dañada" in warning for warning in note.warnings)


def test_a_drawing_that_is_no_picture_of_the_web_only_warns(tmp_path):
    document = Document()
    document.add_paragraph("Titular")
    document.add_paragraph("Cuerpo.")
    document.add_picture(io.BytesIO(picture()))
    note = read_file(
        tmp_path, "nota.docx", repacked(word_bytes(document), {"word/media/image1.png": b"\xd7\xcd\xc6\x9a"})
    )
    assert [block.type for block in note.body] == ["text"]
    assert any("formato no sirve" in warning for warning in note.warnings)


def test_no_file_outside_the_package_is_ever_opened(tmp_path):
    (tmp_path / "secreto.png").write_bytes(picture())
    document = Document()
    document.add_paragraph("Titular")
    document.add_picture(io.BytesIO(picture("red")))
    data = word_bytes(document)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read(PART).replace(b"r:embed=", b"r:link=")
        relations = package.read("word/_rels/document.xml.rels").replace(
            b'Target="media/image1.png"', f'Target="file://{tmp_path}/secreto.png" TargetMode="External"'.encode()
        )
    note = read_file(tmp_path, "nota.docx", repacked(data, {PART: xml, "word/_rels/document.xml.rels": relations}))
    assert note.pictures == ()


@pytest.mark.parametrize("name", ["nota.txt", "nota.md"])
@pytest.mark.parametrize("data", [picture(), b"\xff\xff\x81\x8d", b"hola\0mundo", "hola".encode("utf-32"), GOOD])
def test_a_text_file_that_holds_no_text_is_told_in_spanish(tmp_path, name, data):
    with pytest.raises(UnreadableNote, match="no contiene texto legible"):
        read_file(tmp_path, name, data)


@pytest.mark.parametrize("name", ["nota.txt", "nota.md"])
def test_a_text_file_too_long_is_refused(tmp_path, name):
    with pytest.raises(UnreadableNote, match="supera los"):
        read_file(tmp_path, name, "palabra " * 30_000)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.integers(0, len(GOOD) - 1), junk=st.binary(min_size=1, max_size=40))
def test_a_word_file_damaged_anywhere_is_read_or_refused(tmp_path, at, junk):
    with suppress(UnreadableNote):
        read_file(tmp_path, "nota.docx", GOOD[:at] + junk + GOOD[at + len(junk) :])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(["nota.txt", "nota.md", "nota.docx"]))
def test_any_bytes_are_read_or_refused(tmp_path, data, name):
    with suppress(UnreadableNote):
        read_file(tmp_path, name, data)


def test_a_file_that_may_not_be_read_is_told_in_spanish(tmp_path):
    folder = tmp_path / "nota.docx"
    os.mkdir(folder)
    with pytest.raises(UnreadableNote, match="No se pudo abrir"):
        read_note(Source(path=folder, kind=Kind.DOCX))
