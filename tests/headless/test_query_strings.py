"""What an address may carry, and what it is told when it carries something else."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from headless.kinds import OneOf, Whole, Words
from headless.parameters import Parameter, read_query
from headless.problem_types import INVALID_VALUE, REPEATED_PARAMETER, UNKNOWN_PARAMETER, UNREADABLE_QUERY
from headless.problems import Problem

AT = datetime(2026, 7, 28, 15, tzinfo=UTC)
PARAMETERS = [
    Parameter(name="limit", kind=Whole(1, 100), doc="cuántos", default=20),
    Parameter(name="order", kind=OneOf(["title", "-title"]), doc="orden"),
    Parameter(name="q", kind=Words(longest=10), doc="palabras"),
]


def read(query_string: str) -> dict:
    return read_query(query_string, PARAMETERS, at=AT)


def refusal(query_string: str) -> Problem:
    with pytest.raises(Problem) as raised:
        read(query_string)
    return raised.value


def test_what_is_not_asked_for_takes_its_default():
    assert read("") == {"limit": 20, "order": None, "q": None}


def test_what_is_asked_for_is_read_with_its_escapes():
    assert read("limit=7&q=ca%C3%B1a+y+sol") == {"limit": 7, "order": None, "q": "caña y sol"}


def test_bytes_that_were_not_escaped_are_read_as_utf_8():
    assert read("q=ca\u00c3\u00b1a")["q"] == "caña"


def test_an_unknown_parameter_is_named_with_the_nearest_known_one():
    problem = refusal("limt=3")
    assert (problem.kind, problem.parameter, problem.nearest) == (UNKNOWN_PARAMETER, "limt", "limit")
    assert problem.allowed == ["limit", "order", "q"]


def test_nothing_is_suggested_for_a_parameter_like_none():
    assert refusal("zzzzzzzz=3").nearest is None


def test_a_repeated_parameter_is_refused():
    problem = refusal("limit=1&limit=2")
    assert (problem.kind, problem.parameter) == (REPEATED_PARAMETER, "limit")


@pytest.mark.parametrize("query", ["limit", "limit=", "q=", "order="])
def test_an_empty_value_is_refused_and_named(query):
    problem = refusal(query)
    assert (problem.kind, problem.parameter) == (INVALID_VALUE, query.partition("=")[0])


@pytest.mark.parametrize(
    "value", ["0", "101", "-1", "+1", "1.0", "1e1", "NaN", "١", "0x10", " 5", "1 000", "1_0", str(10**9), str(2**63)]
)
def test_a_limit_that_is_not_a_whole_number_from_1_to_100_is_refused(value):
    problem = refusal(f"limit={quote(value)}")
    assert (problem.kind, problem.parameter, problem.allowed) == (INVALID_VALUE, "limit", ["1–100"])


@pytest.mark.parametrize("value", [1, 100])
def test_both_bounds_of_the_limit_are_admitted(value):
    assert read(f"limit={value}")["limit"] == value


def test_a_word_that_is_not_a_choice_is_told_the_choices_and_the_nearest():
    problem = refusal("order=tittle")
    assert (problem.allowed, problem.nearest) == (["title", "-title"], "title")


@pytest.mark.parametrize("value", ["%20", "12345678901"])
def test_words_are_neither_blank_nor_too_long(value):
    assert refusal(f"q={value}").parameter == "q"


@pytest.mark.parametrize("query", ["q=%FF%FE", "q=%ED%A0%80", "%C3%28=1", "q=a%00b", "q=%0A", "a%00=1"])
def test_bytes_that_are_not_utf_8_and_control_characters_are_refused(query):
    assert refusal(query).kind is UNREADABLE_QUERY


def test_too_many_parameters_are_refused_before_being_read():
    assert refusal("&".join(f"a{n}=1" for n in range(200))).kind is UNREADABLE_QUERY
