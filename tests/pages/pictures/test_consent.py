"""What shows somebody who did not agree, or a minor without authorisation, is not published."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from institution.enums import Role
from pages.actions.publication import PublicationRefused, publication_obstacles
from pages.models import AuthoritiesPage, Authority
from pages.models.piece import piece_models
from pages.picture_consent import picture_obstacles
from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_note, draft_piece
from tests.factories.pictures import GIVEN, PENDING, WITHDRAWN, block
from tests.pages.desk import send, sign_in


@pytest.mark.parametrize("model", list(piece_models()))
@pytest.mark.parametrize("faults", [PENDING, WITHDRAWN])
def test_a_lead_photo_without_consent_holds_back_every_type_of_piece(tree, model, faults):
    piece = draft_piece(model, lead_photo=ImageFactory(**faults), lead_photo_alt="Foto")
    with pytest.raises(PublicationRefused) as refused:
        piece.save_revision().publish()
    assert "lead_photo" in refused.value.message_dict
    assert not model.objects.get(pk=piece.pk).live


@pytest.mark.parametrize("place", ["image", "gallery", "poster"])
def test_so_does_a_picture_anywhere_in_the_body(tree, place):
    image = ImageFactory(title="Niñas en la plaza", **PENDING)
    note = draft_note(body=[block(image, place)])
    told = publication_obstacles(note, at=timezone.now())["body"]
    assert "Niñas en la plaza" in told
    assert "menores de edad" in told


def test_the_draft_that_is_published_is_what_counts_not_what_is_live(tree):
    note = draft_note()
    note.save_revision().publish()
    note.body = [block(ImageFactory(**PENDING), "image")]
    with pytest.raises(PublicationRefused):
        note.save_revision().publish()


def test_with_the_authorisation_noted_it_is_published(tree):
    note = draft_note(lead_photo=ImageFactory(**GIVEN), lead_photo_alt="Niñas", body=[block(ImageFactory(), "gallery")])
    note.save_revision().publish()
    note.refresh_from_db()
    assert note.live


def test_any_number_of_pictures_costs_the_same(tree):
    def cost(number: int) -> int:
        note = draft_note(body=[block(ImageFactory(**PENDING), "image") for _ in range(number)])
        list(note.body)
        with CaptureQueriesContext(connection) as queries:
            assert picture_obstacles(note, timezone.now())["body"].count("menores") == number
        return len(queries)

    assert cost(1) == cost(30)


def test_inline_photos_count_too(tree):
    page = tree.home.add_child(instance=AuthoritiesPage(title="Autoridades", slug="autoridades"))
    page.authorities.add(Authority(name="Persona de ejemplo", position="Cargo", photo=ImageFactory(**WITHDRAWN)))
    assert set(picture_obstacles(page, timezone.now())) == {"authorities"}


def test_the_form_says_it_where_the_photo_is_chosen_and_keeps_the_draft(tree):
    head = sign_in(Role.HEAD)
    image = ImageFactory(**PENDING)
    note = draft_note()
    answer = send(head, note, "action-publish", lead_photo=image.pk, lead_photo_alt="Foto")
    assert "lead_photo" in answer.context["form"].errors
    assert send(head, note, lead_photo=image.pk, lead_photo_alt="Foto").status_code == 302
