"""A video of the office's own: with its captions or told in words, on the page, on paper and in the API."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from institution.enums import Role
from institution.models import InstitutionDocument
from pages.blocks import BodyBlock
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import published_note
from tests.pages.desk import sign_in

MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(4_000)
WEBM = b"\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(
    500
)
SRT = "1\n00:00:01,000 --> 00:00:04,000\nBuenos días\n"


def document(name: str, content: bytes = b"x", **fields) -> InstitutionDocument:
    return DocumentFactory(title=name, file=ContentFile(content, name=name), **fields)


def captions() -> InstitutionDocument:
    return document("video.vtt", b"WEBVTT\n\n00:01.000 --> 00:04.000\nHola\n")


def value(file: InstitutionDocument, **said) -> dict:
    blank = {"title": "Audiencia", "captions": None, "no_speech": False, "description": "", "poster": None}
    return blank | {"file": file.pk} | said


def faults(raw: dict) -> set[str]:
    block = BodyBlock().child_blocks["video_file"]
    try:
        block.clean(block.to_python(raw))
    except (StructBlockValidationError, StreamBlockValidationError) as error:
        return set(error.block_errors)
    return set()


def test_a_video_needs_captions_or_to_be_told_in_words(db):
    video = document("video.mp4")
    assert faults(value(video)) == {"captions"}
    assert faults(value(video, no_speech=True)) == {"description"}
    assert faults(value(video, no_speech=True, description="  ")) == {"description"}
    assert faults(value(video, no_speech=True, description="El canal con agua")) == set()
    assert faults(value(video, captions=captions().pk)) == set()
    assert faults(value(document("otro.webm", captions=captions()))) == set()
    assert faults(value(document("nota.pdf"), captions=captions().pk)) == {"file"}
    assert faults(value(video, captions=document("nota.txt").pk)) == {"captions"}


def shown(client, **said):
    note = published_note(body=[{"type": "video_file", "value": value(document("video.mp4", MP4), **said)}])
    return note, client.get(note.url).content.decode()


def test_the_page_plays_it_with_its_captions_without_loading_it_before(tree, client):
    told = captions()
    poster = ImageFactory()
    note, page = shown(client, captions=told.pk, poster=poster.pk)
    assert '<video controls preload="none"' in page
    assert f'poster="{poster.renditions.get(filter_spec__contains="width-960").url}"' in page
    assert f'<track kind="captions" src="{told.url}" srclang="es"' in page
    assert client.get(told.url)["Content-Type"] == "text/vtt"
    assert "media-src 'self'" in client.get(note.url)["Content-Security-Policy"]


def test_it_reads_in_the_api_in_text_and_on_paper(tree, client):
    told = captions()
    note, _page = shown(client, captions=told.pk, description="Vecinas ante la mesa")
    body = client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"]
    assert [(b["type"], b["description"], b["file"]["content_type"]) for b in body] == [
        ("video_file", "Vecinas ante la mesa", "video/mp4")
    ]
    assert body[0]["captions"]["url"].endswith(told.url)
    assert "Vecinas ante la mesa" in client.get(f"/api/v1/news/{note.slug}?body=text").json()["body"]
    assert "Vecinas ante la mesa" in client.get(f"/noticias/{note.slug}/nota.txt").content.decode()
    assert client.get(f"/noticias/{note.slug}/nota.pdf").content.startswith(b"%PDF")


def test_a_video_whose_file_is_gone_leaves_the_page_whole(tree, client):
    note, _page = shown(client, no_speech=True, description="Un canal")
    InstitutionDocument.objects.all().delete()
    assert client.get(note.url).status_code == 200
    assert client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"] == []


def sent(name: str, content: bytes, **said):
    """What the library answers to a file sent from its form."""
    client = sign_in(Role.WRITING)
    upload = SimpleUploadedFile(name, content)
    data = {"title": "Archivo", "file": upload, "language": "es", "collection": 1, **said}
    answer = client.post(reverse("wagtaildocs:add"), data)
    return answer.context["form"].errors if answer.status_code == 200 else None


def test_subrip_captions_are_kept_as_browsers_read_them(tree):
    assert sent("Audiencia pública.srt", SRT.encode("cp1252")) is None
    kept = InstitutionDocument.objects.get()
    assert kept.filename == "audiencia-publica.vtt"
    with kept.file.open() as file:
        assert file.read().decode().startswith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nBuenos días")


@pytest.mark.parametrize(("name", "content"), [("video.mp4", MP4), ("video.webm", WEBM)])
def test_a_video_comes_in_byte_for_byte(tree, name, content):
    assert sent(name, content) is None
    with InstitutionDocument.objects.get().file.open() as file:
        assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("video.mp4", b"<html><script>alert(1)</script></html>"),
        ("video.mp4", b"%PDF-1.7"),
        ("video.webm", MP4),
        ("pagina.html", b"<html>"),
        ("subtitulos.vtt", b"WEBVTT\n\nsin tiempos"),
        ("subtitulos.srt", b"\0\1\2"),
        ("subtitulos.srt", b""),
        ("nota.pdf", b"%PDF" + bytes(51 * 1024 * 1024)),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_in_its_field(tree, name, content):
    assert "file" in sent(name, content)
    assert not InstitutionDocument.objects.exists()


def test_only_captions_can_be_a_videos_captions(tree):
    assert "captions" in sent("video.mp4", MP4, captions=document("nota.pdf").pk)
    assert sent("video.mp4", MP4, captions=captions().pk) is None
