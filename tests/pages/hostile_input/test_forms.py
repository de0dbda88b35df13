"""What is wrong in a note's form is told in Spanish, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from institution.models import InstitutionImage
from pages.models import NewsPage
from tests.factories.institution import picture_bytes
from tests.factories.pages import published_note
from tests.pages.hostile_input.note_form import send_note


def test_the_form_used_here_is_accepted_when_nothing_is_wrong(head, client):
    assert send_note(client).status_code == 302
    assert NewsPage.objects.get().title == "Titular"


def test_a_slug_that_is_taken_is_told_and_what_was_typed_stays(head, client):
    published_note(slug="titular")
    response = send_note(client, summary="Bajada que no se pierde")
    html = response.content.decode()
    assert response.status_code == 200
    assert "slug" in html
    assert "error-message" in html
    assert "Bajada que no se pierde" in html


def test_an_embargo_in_the_past_is_told_and_what_was_typed_stays(head, client):
    yesterday = (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = send_note(client, embargo_until=yesterday, summary="Bajada que no se pierde")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Ese momento ya pasó" in html
    assert "Bajada que no se pierde" in html


def test_nul_and_endless_text_in_a_form_are_refused_not_broken(head, client):
    for changes in ({"title": "a\0b"}, {"title": "x" * 5_000}, {"locality": "y" * 5_000}, {"embargo_until": "mañana"}):
        response = send_note(client, **changes)
        assert response.status_code == 200
        assert "error-message" in response.content.decode()


@pytest.mark.parametrize("key", ["abc", "-1", "1.5", str(2**63), "null", "1 OR 1=1", "999999"])
def test_a_key_that_no_row_has_never_breaks_a_form(head, client, key):
    row = {"related_notes-TOTAL_FORMS": "1", "related_notes-0-note": key, "related_notes-0-ORDER": "1"}
    for changes in ({"lead_photo": key}, {"unit": key}, {"topics": key}, row):
        assert send_note(client, **changes).status_code in {200, 400}
    note = published_note(slug="otra")
    copied = client.post(reverse("wagtailadmin_pages:copy", args=[note.pk]), {"new_parent_page": key})
    assert copied.status_code in {200, 400}


def test_a_form_too_large_to_read_is_answered_with_what_to_do(head, client):
    response = send_note(client, kicker="x" * 6_000_000)
    assert response.status_code == 400
    assert "demasiado grande" in response.content.decode()


def test_publishing_asks_for_what_is_missing_and_a_draft_does_not(head, client):
    photo = InstitutionImage.objects.create(title="Foto", file=SimpleUploadedFile("f.png", picture_bytes()))
    asked = send_note(client, lead_photo=str(photo.pk), **{"action-publish": "1"})
    assert "qué se ve en la foto" in asked.content.decode()
    assert not NewsPage.objects.exists()
    assert send_note(client, lead_photo=str(photo.pk)).status_code == 302
