"""A material is published with its files, the words that stand for them, and a number of its own."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from institution.enums import Role
from pages.actions.publication import PublicationRefused, publication_obstacles
from pages.enums.materials import MaterialKind, Production
from pages.models import MaterialPage, Presentation
from tests.factories.institution import ImageFactory
from tests.factories.materials import document, ready_to_publish
from tests.factories.pages import draft_piece, published_piece
from tests.headless.contract import as_published
from tests.pages.desk import send, sign_in, told


def missing(page: MaterialPage) -> set[str]:
    return set(publication_obstacles(page, at=timezone.now()))


def test_a_material_asks_for_a_file_and_for_its_production_to_be_approved(tree):
    page = draft_piece(MaterialPage)
    assert missing(page) == {"production", "presentations"}
    assert missing(ready_to_publish(page)) == set()


@pytest.mark.parametrize("kind", [MaterialKind.AUDIO_SPOT, MaterialKind.VIDEO])
def test_sound_asks_for_a_transcript_and_video_for_one_or_for_what_it_shows(tree, kind):
    page = ready_to_publish(draft_piece(MaterialPage, kind=kind))
    assert missing(page) == {"transcript"}
    page.text_alternative = "<p>Una banda toca sin palabras.</p>"
    assert missing(page) == ({"transcript"} if kind == MaterialKind.AUDIO_SPOT else set())
    page.transcript = "<p>(Una banda toca.)</p>"
    assert missing(page) == set()


CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nCierre el ca\xc3\xb1o\n"


@pytest.mark.parametrize(
    ("name", "content", "enough"),
    [
        ("s.vtt", CAPTIONS, True),
        ("s.vtt", b"WEBVTT\n\nHola", False),
        ("s.vtt", b"\0", False),
        ("s.pdf", CAPTIONS, False),
    ],
)
def test_a_video_is_published_only_with_captions_that_can_be_read_and_plays_with_them(
    tree, client, name, content, enough
):
    page = ready_to_publish(draft_piece(MaterialPage, kind=MaterialKind.VIDEO, transcript="<p>Cierre el caño.</p>"))
    video = document(name="spot.webm", content=b"video")
    page.presentations.set([Presentation(label="Para redes", document=video)])
    assert missing(page) == {"presentations"}
    video.captions = document(name=name, content=content)
    video.save()
    assert (missing(page) == set()) is enough
    if enough:
        page.save_revision().publish()
        page = MaterialPage.objects.get(pk=page.pk)
        assert f'<track kind="captions" src="{video.captions.url}"' in client.get(page.url).content.decode()
        told = as_published(client.get(f"/api/v1/materials/{page.slug}"))["presentations"][0]
        assert told["captions"].endswith(video.captions.url)
        assert client.get(video.captions.url).status_code == 200


@pytest.mark.parametrize("kind", [MaterialKind.POSTER, MaterialKind.INFOGRAPHIC, MaterialKind.FLYER])
def test_what_is_read_with_the_eyes_asks_for_its_description(tree, kind):
    page = ready_to_publish(draft_piece(MaterialPage, kind=kind))
    assert missing(page) == {"text_alternative"}


def test_a_sound_among_the_files_of_a_report_asks_for_its_transcript_too(tree):
    page = ready_to_publish(draft_piece(MaterialPage, kind=MaterialKind.REPORT))
    page.presentations.add(Presentation(label="Leída", document=document(name="memoria.mp3")))
    assert missing(page) == {"transcript"}


def test_an_image_among_the_files_asks_for_its_alternative_text_unless_the_image_has_one(tree):
    page = ready_to_publish(draft_piece(MaterialPage))
    page.presentations.add(Presentation(label="WhatsApp", image=ImageFactory()))
    assert missing(page) == {"presentations_alt"}
    page.presentations.set([Presentation(label="WhatsApp", image=ImageFactory(description="Un afiche azul"))])
    assert missing(page) == set()


def test_a_number_is_of_one_material_in_its_series(tree):
    published_piece(MaterialPage, series="Boletín", edition_number=7)
    second = ready_to_publish(draft_piece(MaterialPage, series="Boletín", edition_number=8))
    second.edition_number = 7
    assert missing(second) == {"edition_number"}
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialPage.objects.filter(pk=second.pk).update(edition_number=7)


def test_a_presentation_is_a_file_or_a_picture_never_both_nor_none(tree):
    page = draft_piece(MaterialPage)
    for wrong in ({}, {"document": document(), "image": ImageFactory()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Presentation.objects.create(page=page, label="Mal", **wrong)


def test_a_material_that_nobody_approved_is_not_published(tree):
    page = draft_piece(MaterialPage)
    page.presentations.add(Presentation(label="PDF", document=document()))
    page.save()
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert not MaterialPage.objects.get(pk=page.pk).live


def test_the_form_asks_for_what_is_missing_where_it_is_typed_and_loses_nothing(tree):
    head = sign_in(Role.HEAD)
    page = ready_to_publish(draft_piece(MaterialPage, kind=MaterialKind.AUDIO_SPOT))
    answer = send(head, page, "action-publish", summary="Lo que escribí")
    assert answer.status_code == 200
    assert "Escriba la transcripción" in answer.content.decode()
    assert "Lo que escribí" in answer.content.decode()


def test_the_form_looks_at_the_files_that_are_being_typed(tree):
    head = sign_in(Role.HEAD)
    page = draft_piece(MaterialPage, production=Production.APPROVED)
    file = document()
    row = {"label": "A3", "document": str(file.pk), "image": "", "alt": "", "purpose": "print", "language": "es"}
    rows = {f"presentations-0-{name}": value for name, value in row.items()}
    rows |= {"presentations-TOTAL_FORMS": "1", "presentations-0-ORDER": "1", "presentations-0-id": ""}
    answer = send(head, page, "action-publish", **rows)
    assert answer.status_code == 302, told(answer)
    assert MaterialPage.objects.get(pk=page.pk).live
