"""A file is deleted only when no page, no draft and no register uses it, and where it is used is told."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from institution.enums import Role
from institution.models import InstitutionDocument, InstitutionImage, InstitutionSettings
from pages.models import DiffusionEntry, PhotoSet, SetPhoto
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.factories.pages import draft_note
from tests.factories.pictures import block
from tests.factories.unit_requests import asked
from tests.pages.desk import sign_in


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
