"""A standing page is held back by a picture without consent as a piece is, and told why."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from institution.enums import Consent, Role
from pages.actions.publication import PublicationRefused
from pages.models import AuthoritiesPage, Authority, PhotoSet, SetPhoto, StandardPage
from tests.factories.institution import ImageFactory
from tests.factories.pictures import PENDING, WITHDRAWN, block, moved
from tests.pages.desk import sign_in, told


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
