"""A file that is no picture, or too much of one, is refused with its reason and nothing is lost."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture

from institution.models import InstitutionImage
from tests.factories.institution import picture_bytes


def upload(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, content_type="image/jpeg")
    return client.post(reverse("wagtailimages:add"), {"title": "Mi foto", "file": file})


def heavy_picture() -> bytes:
    """A picture of more than 60 MB."""
    out = io.BytesIO()
    Picture.effect_noise((4600, 4600), 90).convert("RGB").save(out, "BMP")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vacia.jpg", b""),
        ("mentira.jpg", b"<html><script>alert(1)</script></html>"),
        ("mentira.png", b"%PDF-1.4"),
        ("cortada.jpg", picture_bytes(kind="JPEG")[:40]),
        ("programa.exe", picture_bytes()),
        ("dibujo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_picture_is_refused_with_its_reason_and_the_title_is_kept(head, client, name, content):
    response = upload(client, name, content)
    html = response.content.decode()
    assert response.status_code == 200
    assert "error-message" in html
    assert "Mi foto" in html
    assert InstitutionImage.objects.count() == 0


def test_a_60_megabyte_picture_is_refused_saying_the_limit(head, client):
    content = heavy_picture()
    assert len(content) > 60_000_000
    html = upload(client, "enorme.jpg", content).content.decode()
    assert "20" in html
    assert "error-message" in html
    assert InstitutionImage.objects.count() == 0


def test_a_picture_with_too_many_pixels_is_refused(head, client):
    out = io.BytesIO()
    Picture.new("1", (12_000, 9_000)).save(out, "PNG")
    assert len(out.getvalue()) < 1_000_000
    assert "error-message" in upload(client, "bomba.png", out.getvalue()).content.decode()
    assert InstitutionImage.objects.count() == 0
