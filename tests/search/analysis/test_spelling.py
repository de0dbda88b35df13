import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.spelling import nearest, sound, spelling

WORDS = ["vacunación", "agua", "perro", "niños", "puente", "puede", "política", "policía", "electrificación", "pero"]
THERE = [spelling(word, documents) for documents, word in enumerate(WORDS, start=1)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bacunasion", "vacunación"),
        ("vacunacoin", "vacunación"),
        ("aga", "agua"),
        ("perroo", "perro"),
        ("nños", "niños"),
        ("politca", "política"),
        ("puete", "puente"),
        ("elctrificar", "electrificación"),
    ],
)
def test_a_slip_finds_the_word_that_was_meant(typed, meant):
    assert nearest(typed, THERE)[0].text == meant


def test_what_is_too_far_is_no_slip():
    assert nearest("xilófono", THERE) == []
    assert nearest("ag", THERE) == []


@given(st.text(alphabet="abcdefghijklmnñopqrstuvwxyz", max_size=30))
def test_a_sound_never_grows_beyond_its_word(word):
    assert len(sound(word)) <= len(word)


@pytest.mark.parametrize(
    ("one", "two"), [("vaca", "baca"), ("hielo", "ielo"), ("calle", "caye"), ("cebra", "zebra"), ("kilo", "quilo")]
)
def test_words_that_sound_alike_have_one_sound(one, two):
    assert sound(one) == sound(two)
