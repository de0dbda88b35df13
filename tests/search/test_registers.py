"""The registers of the backend are searched by the chain of the portal's search."""

import pytest

from institution.admin.word_search import having_words
from institution.models import OrganicUnit
from search.admin.pieces_of_words import pieces_of_words


def test_of_each_word_its_constant_beginning_is_looked_for():
    assert pieces_of_words("¿Las obras de la Construcción?") == ["obra", "constru"]
    assert pieces_of_words("045-2026") == ["45-2026"]
    assert pieces_of_words("de la") == ["de", "la"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["gerencias", "GERENCIA", "de gerencia", "obra publica", "obras públicas"])
def test_a_row_is_found_by_another_form_of_its_words(typed):
    OrganicUnit.objects.create(code="GI", name="Gerencia de Obras Públicas", level="line")
    assert having_words(OrganicUnit.objects.all(), typed, ["code", "name"]).exists()
