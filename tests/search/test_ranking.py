from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.chain import terms
from search.analysis.question import asked
from search.analysis.thesaurus import Thesaurus
from search.facets import counts, meeting
from search.ranking.formula import Scale, score
from search.ranking.freshness import YEAR, freshness
from search.ranking.texts import Text, text_of
from search.ranking.weights import WEIGHTS

AT = datetime(2026, 11, 24, tzinfo=UTC)
RARITY = {"agu": 1.0, "canal": 2.0, "rieg": 2.5, "vas": 2.0, "lech": 2.0}


def text(title: str = "", body: str = "") -> Text:
    columns = {"title": " ".join(terms(title)), "body": " ".join(terms(body))}
    return text_of(1, "", None, columns, wanted=frozenset(RARITY))


def worth(typed: str, found: Text) -> float:
    scale = Scale(
        rarity={term: RARITY.get(term, 3.0) for term in terms(typed)},
        lengths={"title": 5.0, "body": 60.0},
        weights=WEIGHTS,
        freshness=lambda kind, moment: 1.0,
    )
    return score(found, Thesaurus([]).concepts(asked(typed)), scale)


def test_what_has_nothing_of_the_question_is_worth_nothing():
    assert worth("canal de riego", text("Feria escolar")) == 0


def test_all_the_words_are_worth_more_than_one_of_them_often():
    assert worth("canal agua", text(body="canal con agua")) > worth("canal agua", text(body="canal " * 9))


def test_words_in_the_title_are_worth_more_than_in_the_body():
    assert worth("riego", text("Riego", "otra cosa")) > worth("riego", text("Otra cosa", "riego"))


def test_words_in_order_and_together_are_worth_more_than_apart():
    together = text(body="vaso de leche para todos")
    backwards = text(body="leche en un vaso para todos")
    apart = text(body="vaso para todos los que vienen cada mañana muy temprano con leche")
    assert worth("vaso de leche", together) > worth("vaso de leche", backwards) > worth("vaso de leche", apart)


def test_a_title_that_is_the_question_is_worth_more_than_one_that_has_it():
    whole, within = text("Canal de riego"), text("Canal de riego con defensa ribereña y puente nuevo")
    assert worth("canal de riego", whole) > worth("canal de riego", within)


def test_a_rare_word_is_worth_more_than_a_common_one():
    assert worth("agua riego", text(body="riego")) > worth("agua riego", text(body="agua"))


@given(st.integers(min_value=1, max_value=50), st.integers(min_value=1, max_value=50))
def test_saying_a_word_again_never_takes_worth_away_and_adds_less_each_time(one, more):
    values = [worth("riego", text(body="riego " * times + "otra " * (200 - times))) for times in (one, one + more)]
    assert 0 < values[0] < values[1] < 4 * RARITY["rieg"]


def test_a_phrase_is_counted_where_its_terms_follow_each_other():
    found = text(body="vaso de leche, leche en vaso, vaso leche")
    assert found.times(("vas", "lech"), "body") == 2
    assert found.times(("lech",), "body") == 3


def test_a_note_of_today_gains_a_little_and_a_guide_nothing():
    multiplier = freshness(at=AT, most=0.1)
    now = int(AT.timestamp())
    assert multiplier("news", now) == 1.1
    assert multiplier("news", int(now - YEAR)) == 1.05
    assert multiplier("guidance", now) == multiplier("news", None) == 1


def test_each_facet_is_counted_under_the_other_choices():
    kept = {"type:news topic:agua topic:obras": 3, "type:news topic:salud": 2, "type:works topic:agua": 5, "": 1}
    counted = counts(kept, {"type": "news"})
    assert counted["type"] == {"news": 5, "works": 5}
    assert counted["topic"] == {"agua": 3, "obras": 3, "salud": 2}
    assert counts(kept, {"type": "news", "topic": "agua"})["type"] == {"news": 3, "works": 5}


def test_a_document_meets_the_choices_that_it_has_all_of():
    assert meeting({"type:news topic:agua topic:obras": 1}, {"topic": "obras", "type": "news"})
    assert not meeting({"type:news topic:agua": 1}, {"topic": "obras"})
    assert meeting({"": 1}, {})
