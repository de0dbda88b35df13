"""What of a piece finds it, besides its own words."""

import pytest
from wagtail.models import Page

from tests.factories.pages import published_note

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[int]:
    return [page.pk for page in Page.objects.live().search(typed)]


def test_a_note_is_found_by_its_number_as_soon_as_it_has_it():
    published_note(title="Feria escolar")
    note = published_note(title="Agua para Coris")
    note.refresh_from_db()
    assert found(note.number.text) == [note.pk]


def test_a_piece_is_found_by_what_it_is():
    note = published_note(title="Agua para Coris")
    assert note.pk in found("notas de prensa de Coris")
