import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.chain import normalised, terms
from search.analysis.folding import folded, without_enye
from search.analysis.tokens import tokens


def said(text: str) -> list[tuple[str, ...]]:
    return [(token.text, *token.parts) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N.º 045-2026-MPA", [("n",), ("45-2026-mpa", "45", "2026", "mpa")]),
        ("S/ 1,250,000.50", [("s",), ("1250000.50", "1250000")]),
        ("S/ 3,000.00", [("s",), ("3000",)]),
        ("1 340 500 soles", [("1340500", "1", "340", "500"), ("soles",)]),
        ("CUI 2567890", [("cui",), ("2567890",)]),
        ("+51 943 123 456", [("943123456",)]),
        ("(043) 421-022", [("43421022", "421022")]),
        ("D.S. 004-2026-PCM", [("ds",), ("4-2026-pcm", "4", "2026", "pcm")]),
        ("COVID-19", [("covid-19", "covid", "19")]),
        ("socio-ambiental, agua/luz.", [("socio",), ("ambiental",), ("agua",), ("luz",)]),
        ("Año Ñandú pingüino 3ª", [("año",), ("ñandu",), ("pinguino",), ("3",)]),
        ("😀 … — \0", []),
    ],
)
def test_a_text_is_cut_into_what_people_look_for(text, expected):
    assert said(text) == expected


@given(st.text())
def test_every_text_has_tokens_that_stand_in_it_in_order(text):
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text())
def test_folding_twice_is_folding_once_and_leaves_no_accent_but_the_tilde(text):
    once = folded(text)
    assert folded(once) == once
    assert "á" not in once
    assert "ñ" not in without_enye(once)


def test_accents_and_capitals_change_nothing():
    assert terms("CONSTRUCCIÓN DE CANALES EN HUACLLÁN") == terms("construccion de canales en huacllan")


def test_a_text_with_nothing_but_stop_words_keeps_them():
    assert terms("¿Qué es?") == ["que", "es"]
    assert terms("el agua de la casa") == ["agu", "casa"]


def test_two_ways_of_writing_a_query_are_one_when_normalised():
    assert normalised("  ¿Limpieza   PÚBLICA?") == normalised("limpieza publica") == "limpieza publica"


@pytest.mark.parametrize("repeated", ["a-", "1,", "x.", "9", "9 ", "943 ", "a/1-", "(0"])
def test_the_time_that_a_text_takes_grows_as_its_length(repeated):
    def seconds(times: int) -> float:
        started = time.perf_counter()
        list(tokens(repeated * times))
        return time.perf_counter() - started

    seconds(1000)
    assert seconds(40_000) < max(40 * seconds(2_000), 2)
