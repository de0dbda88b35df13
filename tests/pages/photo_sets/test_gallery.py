"""What the public sees of a set: its photos that may be shown, and nothing that its author may not publish."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from institution.enums import Role
from pages.documents.photos import piece_pictures
from pages.models import PhotoSet, SetPhoto
from tests.factories.events import draft_event, published_event
from tests.factories.institution import ImageFactory
from tests.factories.pages import published_note
from tests.factories.photo_sets import photo_set, told_image, upload
from tests.factories.pictures import PENDING
from tests.pages.desk import sign_in
from tests.pages.photo_sets.desk import SHARED, bring_in, grid


def test_only_photos_with_words_credit_and_consent_are_shown(tree):
    ready = told_image()
    made = photo_set(ready, told_image(description=""), told_image(credit=""), told_image(**PENDING))
    assert made.shown() == [ready]


def test_a_set_is_a_gallery_in_a_body_on_paper_in_text_and_in_the_api(tree, client):
    ready, waiting = told_image(caption="El mejor queso"), told_image(**PENDING)
    made = photo_set(ready, waiting)
    note = published_note(body=[{"type": "photo_set", "value": {"title": "", "photo_set": made.pk}}])
    page = client.get(note.url).content.decode()
    assert page.count("Vecinas en la plaza") == 1
    assert "Feria del queso" in page
    body = client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"]
    assert [(block["type"], len(block["pictures"])) for block in body] == [("gallery", 1)]
    assert body[0]["pictures"][0]["alt"] == "Vecinas en la plaza"
    assert "El mejor queso" in client.get(f"/noticias/{note.slug}/nota.txt").content.decode()
    assert client.get(f"/noticias/{note.slug}/nota.pdf").status_code == 200


def test_a_set_that_has_nothing_to_show_leaves_no_trace(tree, client):
    made = photo_set(told_image(**PENDING))
    note = published_note(body=[{"type": "photo_set", "value": {"title": "Fotos", "photo_set": made.pk}}])
    assert "gallery" not in client.get(note.url).content.decode()
    assert client.get(f"/api/v1/news/{note.slug}?body=blocks").json()["body"] == []
    gone = made.pk
    made.delete()
    assert client.get(note.url).status_code == 200
    assert not PhotoSet.objects.filter(pk=gone).exists()


def test_the_sets_of_an_event_are_found_in_a_constant_number_of_queries(tree, django_assert_num_queries):
    event = published_event()
    for _ in range(3):
        photo_set(*[told_image() for _ in range(4)], page=event)
    photo_set(told_image())
    with django_assert_num_queries(3):
        sets = list(PhotoSet.objects.for_page(event))
        assert [len(each.shown()) for each in sets] == [4, 4, 4]


def test_a_photo_is_once_in_a_set(db):
    image = ImageFactory()
    made = photo_set(image)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetPhoto.objects.create(photo_set=made, image=image)


def test_who_writes_cannot_put_a_set_on_a_live_page_nor_change_one_that_is_there(tree):
    writer, live, draft = sign_in(Role.WRITING), published_event(), draft_event()
    answer = bring_in(writer, upload(1), page=live.pk)
    assert "pida a Jefatura" in str(answer.context["form"].errors["page"])
    assert bring_in(writer, upload(1), page=draft.pk).status_code == 302
    shown = photo_set(told_image(), page=live)
    in_a_body = photo_set(told_image())
    published_note(body=[{"type": "photo_set", "value": {"title": "", "photo_set": in_a_body.pk}}])
    for made in (shown, in_a_body):
        assert writer.get(grid(made)).status_code == 302
        assert writer.post(reverse("fotos:more", args=[made.pk]), SHARED | {"photos": [upload(2)]}).status_code == 302
        assert made.photos.count() == 1
        assert sign_in(Role.HEAD).get(grid(made)).status_code == 200


def test_an_event_shows_its_sets_and_gives_their_photos_away(tree, client):
    event = published_event(lead_photo=told_image(title="Principal"), lead_photo_alt="Principal")
    photo_set(told_image(caption="El desfile"), told_image(**PENDING), page=event)
    page = client.get(event.url).content.decode()
    assert page.count('class="gallery"') == 1
    assert page.count("El desfile") == 1
    assert [image.title for image, *_ in piece_pictures(event)][:1] == ["Principal"]
    assert len(piece_pictures(event)) == 2
