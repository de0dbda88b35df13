"""Wagtail's own search language, on our engine."""

import pytest
from wagtail.models import Page
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from pages.models import NewsPage
from tests.factories.pages import published_note

pytestmark = pytest.mark.django_db
TITLES = ["Agua potable en Coris", "Riego con agua de la laguna", "Feria de la papa"]


@pytest.fixture
def notes() -> list[NewsPage]:
    return [published_note(title=title) for title in TITLES]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("agua", {0, 1}),
        (PlainText("agua papa", operator="or"), {0, 1, 2}),
        (PlainText("agua papa"), set()),
        (Phrase("agua potable"), {0}),
        (Phrase("potable agua"), set()),
        (And([PlainText("agua"), PlainText("laguna")]), {1}),
        (Or([PlainText("potable"), PlainText("papa")]), {0, 2}),
        (PlainText("agua") & ~PlainText("laguna"), {0}),
        (Not(PlainText("agua")), {2}),
        (Boost(PlainText("papa"), 2), {2}),
        (Fuzzy("potble"), {0}),
        (MATCH_ALL, {0, 1, 2}),
    ],
)
def test_a_query_finds_what_it_says(query, expected, notes):
    found = NewsPage.objects.search(query)
    assert {page.pk for page in found} == {notes[number].pk for number in expected}
    assert found.count() == len(expected)


def test_results_are_sliced_and_counted_without_reading_them_all(notes):
    found = NewsPage.objects.search("agua papa", operator="or")
    assert len(found[:2]) == 2
    assert found[1:3].count() == 2
    assert [*found[:1], *found[1:3]] == list(found)


def test_a_queryset_keeps_its_filters_and_its_order(notes):
    chosen = NewsPage.objects.filter(pk__in=[notes[0].pk, notes[2].pk]).order_by("title")
    assert [page.title for page in chosen.search("agua papa", operator="or", order_by_relevance=False)] == [
        TITLES[0],
        TITLES[2],
    ]


def test_a_search_may_be_in_one_field_only(notes):
    published_note(title="Otra cosa", summary="Habla del agua")
    assert NewsPage.objects.search("agua", fields=["title"]).count() == 2
    assert NewsPage.objects.search("agua", fields=["summary"]).count() == 1


def test_a_search_of_all_pages_finds_those_of_each_type(notes):
    assert {page.pk for page in Page.objects.search("agua")} == {notes[0].pk, notes[1].pk}


def test_what_is_found_is_counted_by_a_field(notes):
    NewsPage.objects.filter(pk=notes[0].pk).update(locality="Coris")
    assert NewsPage.objects.search("agua").facet("locality") == {"Coris": 1, notes[1].locality: 1}


def test_a_title_is_completed_from_the_beginning_of_any_of_its_words(notes):
    assert [page.pk for page in NewsPage.objects.autocomplete("pota cor")] == [notes[0].pk]
    assert [page.pk for page in NewsPage.objects.autocomplete("POTÁ")] == [notes[0].pk]


def test_each_result_may_carry_its_score(notes):
    assert all(page.score > 0 for page in NewsPage.objects.search("agua").annotate_score("score"))
