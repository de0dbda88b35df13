import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.importing.dateline import parse_date, parse_dateline

NOVEMBER_18 = datetime.date(2026, 11, 18)
MONTHS = [
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "setiembre", "octubre", "noviembre", "diciembre"),
]
DATES = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "18 de noviembre de 2026",
        "18 de noviembre del 2026",
        "18 de noviembre del año 2026",
        "18 nov. 2026",
        "18 nov 2026",
        "18-nov-2026",
        "18/11/2026",
        "18-11-2026",
        "18.11.2026",
        "18/11/26",
        "2026-11-18",
        "2026-11-18T09:30:00-05:00",
        "miércoles 18 de noviembre de 2026",
        "Miercoles, 18 DE NOVIEMBRE DE 2026.",
        "  18 de\u00a0noviembre de 2026 ",
    ],
)
def test_a_date_as_people_in_peru_write_it_is_understood(text):
    assert parse_date(text) == NOVEMBER_18


@pytest.mark.parametrize(
    "text", ["", "ayer", "31 de febrero de 2026", "18/13/2026", "18 de noviembre", "18/11/2026 y más"]
)
def test_what_is_not_a_whole_date_is_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize("name", ["setiembre", "septiembre", "set.", "sept.", "sep"])
def test_september_has_two_spellings_and_three_abbreviations(name):
    assert parse_date(f"1.º de {name} de 2026") == datetime.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("Aija, 18 de noviembre de 2026.- La municipalidad", "Aija", "La municipalidad"),
        ("AIJA, 18 DE NOVIEMBRE DEL 2026.– La obra", "Aija", "La obra"),
        ("LA MERCED DE AIJA, 18 de noviembre de 2026", "La Merced de Aija", ""),
        ("Aija, miércoles 18 de noviembre de 2026. La obra", "Aija", "La obra"),
        ("Huacllán, Aija, 18/11/2026: La obra", "Huacllán, Aija", "La obra"),
        ("Aija – Áncash, 18 nov. 2026 — La obra", "Aija – Áncash", "La obra"),
        ("18 de noviembre de 2026.- La obra", "", "La obra"),
        ("Lugar y fecha: Aija, 2026-11-18", "Aija", ""),
        ("Fecha: 18/11/2026", "", ""),
    ],
)
def test_a_dateline_gives_place_and_date_and_leaves_the_rest(text, place, rest):
    found = parse_dateline(text)
    assert found is not None
    assert (found.date, found.place, text[found.length :]) == (NOVEMBER_18, place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "El 18 de noviembre de 2026 se inauguró la posta.",
        "La obra empezó. Aija, 18 de noviembre de 2026.-",
        "Aija, 31 de febrero de 2026.-",
        "Aija, noviembre de 2026.-",
        "Son 18-11-2026-3 expedientes",
    ],
)
def test_a_sentence_with_a_date_is_not_a_dateline(text):
    assert parse_dateline(text) is None


@settings(deadline=None)
@given(DATES)
def test_any_date_written_in_spanish_comes_back(date):
    text = f"Aija, {date.day} de {MONTHS[date.month - 1]} de {date.year}.- "
    found = parse_dateline(text)
    assert found is not None
    assert (found.date, found.place, found.length) == (date, "Aija", len(text))


@settings(deadline=None)
@given(DATES)
def test_figures_are_read_day_first_and_iso_year_first(date):
    assert parse_date(f"{date.day}/{date.month}/{date.year}") == date
    assert parse_date(date.isoformat()) == date


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text):
    found = parse_dateline(text)
    assert found is None or 0 < found.length <= len(text)
    parse_date(text)


@settings(deadline=None)
@given(st.text(alphabet="Aija, 0123456789.-–/denovmbr", max_size=200))
def test_no_near_dateline_makes_it_fail(text):
    found = parse_dateline(text)
    assert found is None or 1900 <= found.date.year <= 2100
