"""A photo whose consent is withdrawn once it is public stops being seen everywhere at once."""

import tempfile
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from headless.images import _signer
from headless.models import Change
from institution.enums import Consent, PeopleShown, Role
from pages.actions.publication import PublicationRefused
from pages.actions.social_kits import prepare_kit
from pages.documents.note_pdf import _data
from pages.documents.photos import piece_pictures
from pages.models import NewsPage, PhotoSet, SetPhoto, SocialKit
from pages.references import pages_showing
from pages.social_facts import kit_facts
from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_note
from tests.factories.pictures import block, moved, picture
from tests.headless.contract import as_published
from tests.pages.desk import sign_in, told


def seen_of(client, note, image) -> set[str]:
    """By which doors something of the picture is still met."""
    note, token = NewsPage.objects.get(pk=note.pk), image.file.name.split("/")[1]
    pdf_photo = note_pdf_data(note)["photo"]
    doors = {
        "page": client.get(note.url).content.decode(),
        "list": client.get("/noticias/").content.decode(),
        "rss": client.get(reverse("news_rss")).content.decode(),
        "api": client.get(f"/api/v1/news/{note.slug}?body=blocks").content.decode(),
        "text": client.get(reverse("note_text", args=[note.slug])).content.decode(),
    }
    named = {door for door, told in doors.items() if token in told or "Vecina que se ve" in told}
    archived = {each.pk for each, *_ in piece_pictures(note)}
    return named | ({"zip"} if image.pk in archived else set()) | ({"pdf"} if pdf_photo else set())


def note_pdf_data(note):
    with tempfile.TemporaryDirectory() as folder:
        return _data(note, Path(folder), timezone.now())


@pytest.fixture
def shown(tree, client, django_capture_on_commit_callbacks):
    """A public note that shows a neighbour in its lead photo, its body, a gallery and a set, already cut."""
    image = ImageFactory(description="Vecina que se ve", credit="OII", people_shown=PeopleShown.ADULTS)
    body = [block(image, "image"), block(image, "gallery")]
    body[0]["value"]["caption"] = "Vecina que se ve"
    note = draft_note(lead_photo=image, lead_photo_alt="Vecina que se ve", body=body)
    note.save_revision().publish()
    note.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        assert seen_of(client, note, image) == {"page", "list", "rss", "api", "text", "zip", "pdf"}
    return note, image


def test_withdrawing_consent_tells_where_the_photo_is_still_seen(tree):
    head = sign_in(Role.HEAD)
    image = ImageFactory(title="Vecina", people_shown=PeopleShown.ADULTS, description="Una vecina", credit="OII")
    note = draft_note(title="Nota que la muestra", body=[block(image, "image")])
    note.save_revision().publish()
    address = reverse("wagtailimages:edit", args=[image.pk])
    said = {"title": "Vecina", "description": "Una vecina", "credit": "OII", "licence": "cc0", "people_shown": "adults"}
    answer = head.post(address, said | {"consent": "withdrawn", "collection": image.collection_id})
    assert answer.status_code == 302
    assert "páginas públicas (1)" in told(answer)
    assert "Nota que la muestra" in told(answer)
    assert reverse("wagtailimages:image_usage", args=[image.pk]) in told(answer)
    head.get(reverse("wagtailadmin_home"))  # where the message is read
    again = head.post(address, said | {"consent": "withdrawn", "credit": "Otro", "collection": image.collection_id})
    assert "páginas públicas" not in told(again)
    note.title = "Otro título"
    with pytest.raises(PublicationRefused):
        note.save_revision().publish()


def test_a_photo_stops_being_seen_everywhere_at_once_and_comes_back_with_the_consent(
    shown, client, django_capture_on_commit_callbacks
):
    note, image = shown
    cuts = [(cut.file.storage, cut.file.name) for cut in image.renditions.all()]
    with django_capture_on_commit_callbacks(execute=True):
        moved(image, Consent.WITHDRAWN)
    assert seen_of(client, note, image) == set()
    assert cuts
    assert not any(storage.exists(name) for storage, name in cuts)
    moved(image, Consent.GIVEN)
    assert seen_of(client, note, image) >= {"page", "list", "rss", "api", "zip"}


def test_an_address_of_the_api_that_was_kept_no_longer_gives_the_photo(shown, client):
    _note, image = shown
    kept = reverse("api_picture", kwargs={"token": _signer.sign_object([image.pk, "large"])})
    assert client.get(kept).status_code == 302
    moved(image, Consent.WITHDRAWN)
    assert client.get(kept).status_code == 404


def test_the_cards_of_a_social_kit_are_drawn_anew_without_the_photo(shown):
    note, image = shown
    kit = SocialKit.objects.filter(page=note.pk).first() or prepare_kit(piece=note, by=None, at=timezone.now())
    assert kit_facts(kit, at=timezone.now()).photo is not None
    before = set(kit.cards.values_list("token", flat=True))
    moved(image, Consent.WITHDRAWN)
    kit = SocialKit.objects.get(pk=kit.pk)
    assert kit_facts(kit, at=timezone.now()).photo is None
    assert not before & set(kit.cards.values_list("token", flat=True))


def test_whoever_follows_the_changes_is_told_that_what_showed_it_changed(shown):
    note, image = shown
    before = Change.objects.count()
    moved(image, Consent.WITHDRAWN)
    assert [change.key for change in Change.objects.order_by("pk")[before:]] == [note.pk]
    photo_set = PhotoSet.objects.create(name="Serie", page=note, created_at=timezone.now())
    other = ImageFactory(description="Otra", credit="OII")
    SetPhoto.objects.create(photo_set=photo_set, image=other)
    assert pages_showing(other) == {note.pk}


def test_a_gallery_or_presentation_left_without_photos_leaves_no_hole(tree, client):
    image = ImageFactory(description="Única", credit="OII")
    other = ImageFactory(description="Otra", credit="OII")
    gallery = {"type": "gallery", "value": {"title": "Vecinas", "pictures": [picture(image), picture(other)]}}
    note = draft_note(body=[gallery])
    note.save_revision().publish()
    for each in (image, other):
        moved(each, Consent.PENDING)
    told = client.get(note.url).content.decode()
    assert "Vecinas" not in told
    assert "<figure" not in told
    assert as_published(client.get(f"/api/v1/news/{note.slug}?body=blocks"))["body"] == []
