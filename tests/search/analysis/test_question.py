import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.question import LONGEST, MOST_WORDS, asked
from search.analysis.thesaurus import Thesaurus
from search.engines import postgresql, sqlite
from search.engines.tree import completion, tree_of


def words(typed: str) -> list[str]:
    return [word.said for word in asked(typed).words]


def test_a_natural_question_leaves_what_is_asked_for():
    question = asked("¿Cómo puedo sacar la partida de nacimiento de mi hijo?")
    assert [word.said for word in question.words if not word.only_asks] == ["partida", "nacimiento", "hijo"]


def test_a_phrase_in_any_quotes_must_be_there_whole():
    for typed in ('"vaso de leche" requisitos', "«vaso de leche» requisitos", "“vaso de leche” requisitos"):
        assert asked(typed).phrases == (("vas", "lech"),)
    assert words('"vaso de leche" requisitos') == ["requisitos", "vaso", "leche"]


def test_an_open_quote_is_closed_at_the_end():
    assert asked('obras "agua potable').phrases == (("agu", "potabl"),)


def test_a_minus_excludes_a_word_or_a_phrase():
    assert asked('obras -agua -"vaso de leche"').excluded == (("vas", "lech"), ("agu",))
    assert words("obras -agua") == ["obras"]


def test_a_hyphen_inside_a_code_excludes_nothing():
    assert asked("nota 045-2026").excluded == ()


def test_nothing_but_what_is_excluded_is_taken_as_wanted():
    assert words("-agua") == ["agua"]
    assert asked("-agua").excluded == ()


def test_only_stop_words_are_looked_for_as_they_are():
    assert words("¿Qué es?") == ["que", "es"]


@given(st.text())
def test_nothing_typed_is_an_error_and_every_engine_can_write_it(typed):
    question = asked(typed)
    assert len(question.typed) <= LONGEST
    assert len(question.words) <= MOST_WORDS
    if question:
        tree = tree_of(question, Thesaurus([]).concepts(question))
        assert sqlite.written(tree)
        assert postgresql.written(tree)
    assert completion(typed) is None or sqlite.written(completion(typed))


@pytest.mark.parametrize("typed", ["", "   ", "\0", '"', "-", '""""', "()*:^", "🙂🙂", "‮"])
def test_what_has_no_word_asks_for_nothing(typed):
    assert not asked(typed)


def test_ten_thousand_characters_are_cut():
    assert len(asked("agua " * 2000).words) == 1
    assert len(asked(" ".join(f"palabra{number}" for number in range(2000))).words) <= MOST_WORDS
