"""What shows somebody who did not agree, or a minor without authorisation, is not published."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.test.utils.form_data import querydict_from_html

from headless.images import _signer
from headless.models import Change
from institution.enums import Consent, PeopleShown, Role
from institution.models import InstitutionDocument, InstitutionImage, InstitutionSettings
from pages.actions.publication import PublicationRefused, publication_obstacles
from pages.actions.social_kits import prepare_kit
from pages.documents.note_pdf import _data
from pages.documents.photos import piece_pictures
from pages.models import (
    AuthoritiesPage,
    Authority,
    DiffusionEntry,
    NewsPage,
    PhotoSet,
    SetPhoto,
    SocialKit,
    StandardPage,
)
from pages.models.piece import piece_models
from pages.picture_consent import picture_obstacles
from pages.references import pages_showing
from pages.social_facts import kit_facts
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import draft_note, draft_piece
from tests.factories.unit_requests import asked
from tests.headless.contract import as_published
from tests.pages.desk import send, sign_in, told

PENDING = {"people_shown": PeopleShown.MINORS, "consent": Consent.PENDING}
WITHDRAWN = {"people_shown": PeopleShown.ADULTS, "consent": Consent.WITHDRAWN}
GIVEN = {"people_shown": PeopleShown.MINORS, "consent": Consent.GIVEN, "authorisation_reference": "Carta 12-2026"}


def picture(image):
    return {"image": {"image": image.pk, "alt_text": "Foto", "decorative": False}, "caption": "", "credit": ""}


def block(image, place):
    """A block that shows the image at the given place of it."""
    if place == "gallery":
        return {"type": "gallery", "value": {"title": "", "pictures": [picture(ImageFactory()), picture(image)]}}
    if place == "poster":
        video = {"title": "Video", "url": "https://youtu.be/aaaaaaaaaaa", "poster": image.pk}
        return {"type": "video", "value": video}
    return {"type": "image", "value": picture(image)}


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


def test_a_standing_page_is_held_back_too_and_told_why(tree):
    head = sign_in(Role.HEAD)
    page = tree.home.add_child(instance=AuthoritiesPage(title="Autoridades", slug="autoridades", live=False))
    page.authorities.add(Authority(name="Persona", position="Cargo", photo=ImageFactory(title="Retrato", **WITHDRAWN)))
    page.save()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    filled = querydict_from_html(head.get(address).content.decode(), form_id="page-edit-form")
    answer = head.post(address, filled | {"action-publish": "1"})
    assert "«Retrato»" in told(answer)
    assert not AuthoritiesPage.objects.get().live
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    assert "«Retrato»" in told(head.post(bulk))
    assert not AuthoritiesPage.objects.get().live


def test_a_standing_page_published_by_code_or_by_its_schedule_is_held_back_as_a_piece_is(tree):
    page = tree.home.add_child(instance=StandardPage(title="Historia", slug="historia", live=False))
    page.body = [block(ImageFactory(**PENDING), "image")]
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    now = timezone.now()
    page.save_revision(approved_go_live_at=now)
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    assert not page.live
    assert not page.approved_schedule
    assert "menores de edad" in str(PageLogEntry.objects.get(action="pages.publication_refused").data)


def test_a_standing_page_shows_at_its_foot_the_sets_that_were_brought_in_for_it(tree, client):
    page = tree.home.add_child(instance=StandardPage(title="Historia", slug="historia"))
    image = ImageFactory(description="La plaza antigua", credit="Archivo")
    SetPhoto.objects.create(
        photo_set=PhotoSet.objects.create(name="Aija de antes", page=page, created_at=timezone.now()), image=image
    )
    assert "Aija de antes" in client.get(page.url).content.decode()
    moved(image, Consent.WITHDRAWN)
    assert "Aija de antes" not in client.get(page.url).content.decode()


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


# Withdrawn once it is public


def moved(image, consent) -> None:
    """Somebody writes what the people in the picture say now."""
    image.consent = consent
    image.save()


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


# Deleting one file


@pytest.mark.parametrize("how", ["live", "draft", "unused"])
def test_a_photo_is_deleted_only_when_no_page_and_no_draft_uses_it_and_where_is_told(tree, how):
    head, image, note = sign_in(Role.HEAD), ImageFactory(), draft_note(title="Nota que la usa")
    if how == "live":
        note.body = [block(image, "image")]
        note.save_revision().publish()
    elif how == "draft":
        note.save_revision().publish()
        note.body = [block(image, "image")]
        note.save_revision()
    address = reverse("wagtailimages:delete", args=[image.pk])
    asked = head.get(address).content.decode()
    assert ("Nota que la usa" in asked, "Sí, eliminar" in asked) == (how != "unused", how == "unused")
    head.post(address)
    assert InstitutionImage.objects.filter(pk=image.pk).exists() is (how != "unused")


def test_so_is_a_document(tree):
    head, file, note = sign_in(Role.HEAD), DocumentFactory(), draft_note(title="Nota con anexo")
    note.body = [{"type": "document", "value": {"title": "", "file": file.pk}}]
    note.save_revision()
    address = reverse("wagtaildocs:delete", args=[file.pk])
    assert "Nota con anexo" in head.get(address).content.decode()
    head.post(address)
    assert InstitutionDocument.objects.filter(pk=file.pk).exists()


def test_a_photo_that_a_page_took_a_moment_ago_stays_though_the_worker_has_not_seen_it(tree):
    head, image, note = sign_in(Role.HEAD), ImageFactory(), draft_note(title="Nota recién publicada")
    with disable_reference_index_auto_update():
        note.body = [block(image, "image")]
        note.save_revision().publish()
    assert "Nota recién publicada" in head.get(reverse("wagtailimages:delete", args=[image.pk])).content.decode()


def test_what_a_register_uses_is_not_deleted_and_is_named_with_the_way_to_it(tree):
    head, arms, spread, grouped = sign_in(Role.HEAD), ImageFactory(), ImageFactory(), ImageFactory()
    InstitutionSettings.objects.update_or_create(defaults={"coat_of_arms": arms})
    entry = {"request": asked(), "channel": "radio", "carried_on": date(2026, 11, 20)}
    DiffusionEntry.objects.create(**entry, evidence_image=spread)
    SetPhoto.objects.create(photo_set=PhotoSet.objects.create(name="Feria", created_at=timezone.now()), image=grouped)
    for image, named in [(arms, "ajustes"), (spread, "registro de difusión"), (grouped, "serie de fotos")]:
        address = reverse("wagtailimages:delete", args=[image.pk])
        screen = head.get(address).content.decode()
        assert (f"({named})" in screen, "Sí, eliminar" in screen) == (True, False), named
        head.post(address)
        assert InstitutionImage.objects.filter(pk=image.pk).exists()
