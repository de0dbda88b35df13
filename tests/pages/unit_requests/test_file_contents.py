"""An attached file is what its name says, whatever somebody called it."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from pages.models import UnitRequest
from tests.pages.unit_requests.desk import filled, signed_in

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def drawn(kind: str, size: tuple[int, int] = (8, 8)) -> bytes:
    out = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(out, kind)
    return out.getvalue()


def packed(*names: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, content)
    return out.getvalue()


WHOLE = {
    "oficio.pdf": b"%PDF-1.7\n",
    "foto.jpg": drawn("JPEG"),
    "FOTO.JPEG": drawn("JPEG"),
    "logo.png": drawn("PNG"),
    "logo.webp": drawn("WEBP"),
    "guion.docx": packed("[Content_Types].xml", "word/document.xml"),
    "tabla.xlsx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "texto.odt": packed("mimetype", "content.xml"),
    "fotos.zip": packed("a.jpg"),
    "antiguo.doc": OLE,
    "lista.csv": "nombre,día\nÁncash,5\n".encode("latin-1"),
    "voz.mp3": b"ID3\x04" + bytes(20),
    "video.mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
}
DISGUISED = {
    "programa.pdf": b"MZ\x90\x00" + bytes(100),
    "foto.jpg": drawn("PNG"),
    "cortada.png": drawn("PNG")[:20],
    "pagina.jpg": b"<html><script>alert(1)</script>",
    "guion.docx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "tabla.xlsx": b"PK\x03\x04 cortado",
    "fotos.zip": b"%PDF-1.7",
    "antiguo.doc": b"MZ" + bytes(100),
    "lista.csv": b"MZ\x00\x00",
    "nota.txt": b"%PDF-1.7\nhola",
    "voz.mp3": b"\x7fELF" + bytes(100),
    "video.mp4": drawn("JPEG"),
    "vacio.zip": packed(),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_what_it_says_is_kept_whole(unit, name):
    signed_in(unit).post(reverse("solicitudes:add"), filled(files=SimpleUploadedFile(name, WHOLE[name])))
    assert UnitRequest.objects.get().files.get().file.read() == WHOLE[name]


@pytest.mark.parametrize("name", DISGUISED)
def test_what_is_something_else_is_told_and_nothing_typed_is_lost(unit, name):
    file = SimpleUploadedFile(name, DISGUISED[name])
    page = signed_in(unit).post(reverse("solicitudes:add"), filled(files=file)).content.decode()
    assert f"«{name}» no es un archivo" in page
    assert "Recojo de inservibles" in page
    assert not UnitRequest.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("enorme.png", drawn("PNG", (12_000, 9_000))), ("bomba.zip", packed("a", content=bytes(90 * 1024 * 1024)))],
)
def test_what_opens_enormous_is_refused_without_opening_it(unit, name, content):
    file = SimpleUploadedFile(name, content)
    page = signed_in(unit).post(reverse("solicitudes:add"), filled(files=file)).content.decode()
    assert "ocupa demasiado al abrirse" in page
    assert not UnitRequest.objects.exists()
