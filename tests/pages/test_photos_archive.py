"""The pictures that a newsroom takes away."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageChops

from institution.enums import Licence
from institution.models import InstitutionImage
from tests.factories.institution import CAMERA, ImageFactory, located_picture
from tests.factories.pages import published_note

TELLTALES = (b"GPS", b"xmpmeta", CAMERA.encode(), b"2026:11:24")


def taken_away(client, image: InstitutionImage) -> dict[str, bytes]:
    """The files of the archive of a note that shows the picture."""
    note = published_note(lead_photo=image, lead_photo_alt="Una foto", lead_photo_credit="OII")
    answer = client.get(f"/noticias/{note.slug}/fotos.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    return {name: archive.read(name) for name in archive.namelist()}


def located(kind: str, extension: str, **fields) -> InstitutionImage:
    return ImageFactory(file=ContentFile(located_picture(kind), name=f"foto.{extension}"), **fields)


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")])
def test_the_archive_gives_the_very_picture_without_its_place(tree, client, kind, extension):
    image = located(kind, extension)
    content = taken_away(client, image)[f"01-foto.{extension}"]
    assert not any(mark in content for mark in TELLTALES)
    with image.file.open() as file:
        assert ImageChops.difference(Picture.open(file), Picture.open(io.BytesIO(content))).getbbox() is None


@pytest.mark.parametrize(("kind", "extension"), [("HEIF", "heic"), ("AVIF", "avif")])
def test_what_few_can_open_is_given_as_a_jpeg(tree, client, kind, extension):
    content = taken_away(client, located(kind, extension))["01-foto.jpg"]
    assert Picture.open(io.BytesIO(content)).format == "JPEG"
    assert not any(mark in content for mark in TELLTALES)


def test_the_list_of_credits_says_on_what_terms_each_may_be_used(tree, client):
    words = taken_away(client, located("JPEG", "jpg", licence=Licence.CC_BY))["creditos.txt"].decode()
    assert "01-foto.jpg" in words
    assert "OII" in words
    assert "CC BY 4.0" in words


def test_a_broken_file_does_not_spoil_the_archive(tree, client):
    image = located("JPEG", "jpg")
    Path(image.file.path).write_bytes(located_picture()[:400])
    assert set(taken_away(client, image)) == {"creditos.txt"}
