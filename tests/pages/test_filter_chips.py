"""The filters of the list as people see them."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from pages.models import NewsIndexPage
from pages.templatetags.listings import filter_chips, filter_fields
from tests.factories.pages import published_note, topic

pytestmark = pytest.mark.django_db


def listing(query: str):
    return NewsIndexPage().listing(QueryDict(query), at=timezone.now())


def test_a_chip_drops_its_filter_and_keeps_the_others(tree):
    published_note(topics=[topic("Salud")])
    chips = filter_chips(listing("tema=salud&desde=2020-01-02"))
    assert chips == [
        {"label": "Salud", "url": "?desde=2020-01-02"},
        {"label": "Desde el 2 de enero de 2020", "url": "?tema=salud"},
    ]


def test_without_filters_there_are_no_chips(tree):
    assert filter_chips(listing("tema=nada&pagina=3")) == []


def test_a_chosen_value_stays_chosen_when_nothing_is_left_under_it(tree):
    topic("Deporte")
    fields = {field["name"]: field["choices"] for field in filter_fields(listing("tema=deporte"))}
    assert [(choice.value, choice.count) for choice in fields["tema"] if choice.selected] == [("deporte", 0)]


def test_a_filter_that_finds_nothing_is_told_by_its_name(tree):
    topic("Deporte")
    assert filter_chips(listing("tema=deporte")) == [{"label": "Deporte", "url": "?"}]
