"""Lists of notes: filters, orders, pages, and what they cost."""

from datetime import date
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from headless.models import WrittenItem
from pages.models import NewsPage
from tests.factories.institution import DistrictFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import published_note, topic
from tests.headless.contract import as_published
from tests.pages.news_api import NEWS, dated, items, refusal, slugs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its list."""


# Filters


def test_notes_are_filtered_by_topic_tag_district_and_unit(client):
    aija = DistrictFactory(ubigeo="020201", name="Aija", slug="aija")
    unit = OrganicUnitFactory(code="GIDT")
    published_note(slug="todo", topics=[topic("Obras")], tags=["Agua limpia"], district=aija, unit=unit)
    published_note(slug="nada", topics=[topic("Salud")], tags=["vacunas"], unit=OrganicUnitFactory(code="OII"))
    asked = [
        {"topic": "obras"}, {"tag": "Agua limpia"}, {"tag": "agua-limpia"}, {"district": "020201"},
        {"district": "aija"}, {"unit": "GIDT"}, {"topic": "obras", "tag": "agua-limpia", "district": "aija"},
    ]  # fmt: skip
    assert [slugs(client, **each) for each in asked] == [["todo"]] * len(asked)
    assert slugs(client, topic="obras", unit="OII") == []


def test_a_note_with_two_matching_tags_appears_once(client):
    published_note(slug="una", tags=["agua", "riego"], topics=[topic("Obras"), topic("Salud")])
    assert slugs(client, tag="agua", topic="obras") == ["una"]


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [("topic", "obrass", "obras"), ("tag", "rieg", "riego"), ("district", "aixa", "aija"), ("unit", "oii", "OII")],
)
def test_an_unknown_value_is_named_with_the_nearest_known_one(client, name, typed, meant):
    DistrictFactory(ubigeo="020201", name="Aija", slug="aija")
    published_note(topics=[topic("Obras")], tags=["riego"])
    problem = refusal(client, **{name: typed})
    assert problem["type"] == "/api/v1/problems/unknown-value"
    assert (problem["parameter"], problem["nearest"]) == (name, meant)
    assert typed in problem["detail"]


@pytest.mark.parametrize(
    ("bound", "expected"),
    [("gte", ["c", "b"]), ("gt", ["c"]), ("lte", ["b", "a"]), ("lt", ["a"])],
)
def test_a_day_of_lima_bounds_the_publication(client, bound, expected):
    dated("a", "2026-07-27T23:59:59-05:00")
    dated("b", "2026-07-28T23:59:59-05:00")
    dated("c", "2026-07-29T00:00:00-05:00")
    assert slugs(client, **{f"published_at__{bound}": "2026-07-28"}) == expected


@pytest.mark.parametrize(
    ("bound", "expected"),
    [("gte", ["c", "b"]), ("gt", ["c"]), ("lte", ["b", "a"]), ("lt", ["a"])],
)
def test_an_instant_in_any_offset_bounds_the_publication(client, bound, expected):
    for slug, hour in (("a", 9), ("b", 10), ("c", 11)):
        dated(slug, f"2026-07-28T{hour:02d}:00:00-05:00")
    assert slugs(client, **{f"published_at__{bound}": "2026-07-28T15:00:00Z"}) == expected
    assert slugs(client, **{f"published_at__{bound}": "2026-07-28T16:00:00+01:00"}) == expected


def test_the_instant_of_a_note_is_of_use_to_ask_for_what_followed(client):
    first = published_note(slug="primera")
    published_note(slug="segunda")
    told = as_published(client.get(f"{NEWS}/{first.pk}"))["published_at"]
    assert slugs(client, published_at__gt=told) == ["segunda"]


def test_days_bound_the_event(client):
    for day in (1, 2, 3):
        published_note(slug=f"dia-{day}", event_date=date(2026, 7, day))
    published_note(slug="sin-dia")
    assert slugs(client, event_date__gte="2026-07-02", event_date__lte="2026-07-02") == ["dia-2"]


def test_words_are_searched_in_the_note_and_all_must_be_there(client):
    published_note(slug="canal", title="Avanza el canal", body=[("text", "<p>Riego para Coris</p>")])
    published_note(slug="posta", title="Avanza la posta")
    assert slugs(client, q="avanza canal") == ["canal"]
    assert slugs(client, q="coris") == ["canal"]
    assert slugs(client, q="avanza") == ["posta", "canal"]


@pytest.mark.parametrize("typed", ['"', "'", "***", "( )", "«»", "-", "~"])
def test_a_search_without_words_is_refused(client, typed):
    assert refusal(client, q=typed)["parameter"] == "q"


@pytest.mark.parametrize(
    "typed", ['avanza"', "avanza OR", "NEAR(avanza", "avanza*", "a:b", "title:x", "NOT", "😀 avanza"]
)
def test_a_search_with_the_engines_own_signs_never_fails(client, typed):
    published_note(title="Avanza")
    assert client.get(NEWS, {"q": typed}).status_code in (200, 400)


# Order and pages


def test_notes_come_in_the_order_asked_for(client):
    dated("b", "2026-07-02T00:00:00Z", title="Beta", event_date=date(2026, 1, 1))
    dated("a", "2026-07-01T00:00:00Z", title="Alfa")
    dated("c", "2026-07-03T00:00:00Z", title="Gamma", event_date=date(2026, 1, 2))
    assert slugs(client) == slugs(client, order="-published_at") == ["c", "b", "a"]
    assert slugs(client, order="published_at") == ["a", "b", "c"]
    assert slugs(client, order="title") == ["a", "b", "c"]
    assert slugs(client, order="-event_date") == ["c", "b", "a"]
    assert slugs(client, order="event_date") == ["b", "c", "a"]


@pytest.mark.parametrize("order", ["-published_at", "published_at", "title", "-title", "event_date", "-event_date"])
def test_pages_follow_one_another_without_repeating_or_missing_a_note(client, order):
    for number in range(7):
        dated(f"n{number}", "2026-07-01T00:00:00Z", event_date=date(2026, 1, 1) if number % 2 else None)
    met, cursor = [], {}
    while True:
        page = as_published(client.get(NEWS, {"order": order, "limit": 2} | cursor))
        met += [each["slug"] for each in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert sorted(met) == [f"n{number}" for number in range(7)]
    assert met == slugs(client, order=order, limit=100)


def test_a_note_published_between_two_pages_moves_nothing(client):
    for number in range(4):
        dated(f"n{number}", f"2026-07-0{number + 1}T00:00:00Z")
    first = as_published(client.get(NEWS, {"limit": 2}))
    published_note(slug="nueva")
    second = as_published(client.get(NEWS, {"limit": 2, "cursor": first["next"]}))
    assert [each["slug"] for each in first["items"] + second["items"]] == ["n3", "n2", "n1", "n0"]
    assert second["next"] is None


@pytest.mark.parametrize("change", [{"order": "title"}, {"topic": "obras"}, {"q": "nota"}])
def test_a_cursor_answers_only_the_question_it_was_given_for(client, change):
    for _number in range(2):
        published_note(topics=[topic("Obras")])
    cursor = as_published(client.get(NEWS, {"limit": 1}))["next"]
    assert refusal(client, cursor=cursor, **change)["type"] == "/api/v1/problems/invalid-cursor"
    assert len(items(client, cursor=cursor, limit=50)) == 1


@pytest.mark.parametrize("cursor", ["x", "a.b", "WzFd.x", "0", "null", "ñ" * 50, "A" * 999])
def test_a_made_up_cursor_is_refused(client, cursor):
    assert refusal(client, cursor=cursor)["parameter"] == "cursor"


# Every list costs the same


def queries_of(client, **asked) -> tuple[int, int]:
    """How many queries an answer costs when every item has to be written, and when all were already."""
    client.get(NEWS, asked)  # what lasts as long as the process
    WrittenItem.objects.all().delete()
    return _queries(client, asked), _queries(client, asked)


def _queries(client, asked) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(NEWS, asked).status_code == 200
    return len(captured)


@pytest.fixture
def add_notes(tree):
    """Add public notes that have everything a list tells, each with a tag and a photo of its own."""
    district, unit = DistrictFactory(slug="aija"), OrganicUnitFactory(code="OII")
    topics, serial = [topic("Obras"), topic("Salud")], count(1)

    def add(number: int) -> None:
        for _number in range(number):
            each = next(serial)
            note = NewsPage(
                title=f"Nota {each}", slug=f"n{each}", summary="Riego", district=district, unit=unit, live=True,
                lead_photo=ImageFactory(), published_at=timezone.now(), body=[("text", "<p>Riego</p>")],
            )  # fmt: skip
            tree.index.add_child(instance=note)
            note.topics.set(topics)
            note.tags.add(f"t{each}", "riego")
            note.save(clean=False)

    return add


def test_a_list_costs_the_same_queries_for_one_note_as_for_a_hundred_and_as_rows_grow(client, add_notes):
    add_notes(20)
    few = [queries_of(client, limit=limit) for limit in (1, 20, 100)]
    add_notes(85)
    many = [queries_of(client, limit=limit) for limit in (1, 20, 100)]
    assert len(items(client, limit=100)) == 100
    assert len({*few, *many}) == 1


def test_every_filter_at_once_still_costs_a_fixed_number(client, add_notes):
    asked = {"topic": "obras", "tag": "riego", "district": "aija", "unit": "OII", "q": "riego"}
    add_notes(1)
    one = queries_of(client, **asked)
    add_notes(20)
    assert queries_of(client, limit=100, **asked) == one
    assert len(items(client, limit=100, **asked)) == 21
