"""Learning from use: what is counted, what never is, and what is thrown away."""

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from hypothesis import given
from hypothesis import strategies as st

from institution.enums import Role
from search.actions.use import count_click, count_search, forget
from search.models import SearchUse
from search.rules.asked import LONGEST_KEPT, as_asked, common_days, may_be_kept
from tests.pages.desk import sign_in

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def counted(words: str, *, ago: int = 0, times: int = 3, **fields) -> SearchUse:
    return SearchUse.objects.create(day=TODAY - timedelta(days=ago), words=words, times=times, **fields)


# What is kept


@pytest.mark.parametrize(
    "typed",
    [
        "12345678", "dni 12345678", "1234 5678", "12.345.678", "987654321", "987 654 321", "+51 987-654-321",
        "vecina@example.test", "vecina @ example.test", "10123456789", "x" * 81, "a b c d e f g h i", "", "¿?", "\x00",
    ],
)  # fmt: skip
def test_what_may_tell_of_somebody_is_never_kept(typed):
    assert not may_be_kept(typed)


@pytest.mark.parametrize(
    "typed", ["agua", "2345678", "045-2026", "obra CUI 2345678", "ley 27444", "021201", "año 2026"]
)
def test_what_tells_of_nobody_is_kept(typed):
    assert may_be_kept(typed)


def test_wordings_that_say_the_same_are_one():
    assert as_asked("  ¿DÓNDE está la  Pingüinera?, ¡año! ") == "donde esta la pinguinera ano".replace("ano", "año")


@given(st.text(max_size=300))
def test_anything_typed_is_understood_and_what_is_kept_is_short_and_settled(typed):
    words = as_asked(typed)
    assert as_asked(words) == words
    if may_be_kept(typed):
        assert 0 < len(words) <= LONGEST_KEPT
        assert "@" not in words


@given(st.from_regex(r"\A[a-zñ ]{0,20}([0-9][ .\-]?){8,11}[a-z ]{0,20}\Z"))
def test_no_long_number_is_kept_however_it_is_spaced(typed):
    assert not may_be_kept(typed)


@pytest.mark.django_db
def test_a_search_adds_to_the_row_of_its_day_and_words():
    for typed, found in (("Agua", True), ("agua", False), ("¿AGUA?", True)):
        count_search(typed=typed, found=found, corrected=not found, at=NOW)
    count_search(typed="agua", found=True, corrected=False, at=NOW + timedelta(hours=12))
    count_click(typed="agua", at=NOW)
    rows = SearchUse.objects.order_by("day").values_list("day", "words", "times", "empty", "corrected", "clicks")
    assert list(rows) == [(TODAY, "agua", 3, 1, 1, 1), (TODAY + timedelta(days=1), "agua", 1, 0, 0, 0)]


@pytest.mark.django_db
def test_a_click_on_what_nobody_counted_counts_nothing():
    count_click(typed="agua", at=NOW)
    count_search(typed="dni 12345678", found=False, corrected=False, at=NOW)
    assert not SearchUse.objects.exists()


def test_nothing_of_who_searches_has_a_place():
    assert {field.name for field in SearchUse._meta.get_fields()} == {
        "id", "day", "words", "times", "empty", "corrected", "clicks", "common",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_count_that_fails_breaks_nothing(monkeypatch, caplog):
    def refuse(execute, *rest):
        raise DatabaseError("ocupada")

    with caplog.at_level(logging.WARNING), connection.execute_wrapper(refuse):
        count_search(typed="agua", found=True, corrected=False, at=NOW)
    assert "could not be counted" in caplog.text


# What is thrown away


def test_a_day_is_common_in_any_span_in_which_it_was_asked_three_times():
    days = {TODAY - timedelta(days=ago): 1 for ago in (0, 15, 29, 70, 130, 131)}
    assert common_days(days) == {TODAY - timedelta(days=ago) for ago in (0, 15, 29)}


@given(st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 6, 30)), st.integers(1, 3), max_size=20))
def test_throwing_away_what_is_rare_makes_nothing_else_rare(times):
    kept = common_days(times)
    assert common_days({day: times[day] for day in kept}) == kept


@pytest.mark.django_db
def test_what_is_rare_goes_after_thirty_days_and_everything_after_thirteen_months():
    counted("nuevo", ago=29, times=1)
    counted("raro", ago=30, times=2)
    counted("repetido", ago=45, times=1)
    counted("repetido", ago=31, times=2)
    counted("antiguo", ago=397, times=50)
    counted("del año pasado", ago=390, times=50)
    assert forget(NOW) == 2
    assert set(SearchUse.objects.values_list("words", flat=True)) == {"nuevo", "repetido", "del año pasado"}


@pytest.mark.django_db
def test_what_was_judged_common_is_not_judged_again(django_assert_num_queries):
    counted("agua", ago=40)
    forget(NOW)
    with django_assert_num_queries(2):
        assert forget(NOW) == 0


# The report


@pytest.fixture
def report(tree):
    client = sign_in(Role.WRITING)

    def listed(**asked) -> list[str]:
        rows = client.get("/admin/busquedas/", asked).context["object_list"]
        return [row["words"] for row in rows]

    return listed


def test_the_report_tells_what_is_asked_often_by_what_is_wrong_with_it(report):
    counted("agua", times=9, clicks=8)
    counted("wifi", ago=3, times=4, empty=4)
    counted("baches", times=6, clicks=1, corrected=5)
    counted("raro", times=2)
    assert report() == ["agua", "baches", "wifi"]
    assert report(view="empty") == ["wifi"]
    assert report(view="few-clicks") == ["baches"]
    assert report(view="corrected") == ["baches"]
    assert report(day_from="2026-11-24") == ["agua", "baches"]
    assert report(view="otra", day_from="x") == ["agua", "baches", "wifi"]


@pytest.mark.parametrize("register", ["sinonimos", "resultados-destacados"])
def test_a_row_leads_to_a_remedy_that_begins_with_its_words(tree, register):
    counted("caño de agua & luz")
    client = sign_in(Role.WRITING)
    page = client.get("/admin/busquedas/").content.decode()
    address = f"/admin/{register}/add/?words=ca%C3%B1o+de+agua+%26+luz"
    assert f'href="{address}"' in page
    assert "caño de agua &amp; luz\n</textarea>" in client.get(address).content.decode()


def test_the_report_is_exported_without_formulas(tree):
    counted("agua", times=9)
    export = sign_in(Role.WRITING).get("/admin/busquedas/", {"export": "csv"})
    lines = b"".join(export.streaming_content).decode().splitlines()
    assert lines[:2] == ["Búsqueda,Veces,Sin resultado,Corregidas,Clics", "agua,9,0,0,0"]


def test_the_report_costs_the_same_for_few_and_for_many(tree, django_assert_max_num_queries):
    client = sign_in(Role.WRITING)
    client.get("/admin/busquedas/")
    SearchUse.objects.bulk_create(SearchUse(day=TODAY, words=f"w{number}", times=3) for number in range(500))
    with django_assert_max_num_queries(14):
        client.get("/admin/busquedas/")
