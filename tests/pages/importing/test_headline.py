import datetime

import pytest

from pages.importing.headline import Line, Role, find_headline
from pages.importing.letterhead import is_letterhead, read_number

BODY = Line("La Municipalidad Provincial de Aija puso en servicio la carretera que une cinco caseríos. " * 3)
DATELINE = Line("Aija, 18 de noviembre de 2026.- La municipalidad inauguró la carretera.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NOTA DE PRENSA N.° 045-2026-OII-MPA", "045-2026-OII-MPA"),
        ("Nota de Prensa Nº 045 – 2026 – MPA/OII", "045-2026-MPA/OII"),
        ("NOTA DE PRENSA Nro. 45", "45"),
        ("NOTA INFORMATIVA No 12-2026", "12-2026"),
        ("COMUNICADO OFICIAL N° 003-2026-MPA.", "003-2026-MPA"),
        ("«NOTA DE PRENSA»", ""),
    ],
)
def test_the_number_line_gives_its_number(text, code):
    assert read_number(text) == code


@pytest.mark.parametrize("text", ["Nota de prensa sobre la feria", "Aija, 045-2026", "Norte 12", "", "N" * 500])
def test_other_lines_are_not_number_lines(text):
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "MUNICIPALIDAD PROVINCIAL DE AIJA",
        "Oficina de Imagen Institucional",
        "“Año de la Esperanza y el Fortalecimiento de la Democracia”",
    ],
)
def test_the_institutions_paper_is_known(text):
    assert is_letterhead(text)


def test_a_title_that_begins_with_the_institutions_name_is_not_letterhead():
    assert not is_letterhead("Municipalidad Provincial de Aija inauguró la carretera, obra esperada por 20 años")


def test_styles_decide_before_anything_else():
    found = find_headline(
        [
            Line("OBRAS", Role.KICKER),
            Line("Aija estrena carretera", Role.TITLE),
            Line("Une cinco caseríos", Role.SUBTITLE),
            Line("Un apartado", Role.HEADING),
            DATELINE,
        ]
    )
    assert (found.kicker, found.title, found.summary) == ("OBRAS", "Aija estrena carretera", "Une cinco caseríos")
    assert found.used == {0, 1, 2}
    assert (found.date, found.place, found.cuts) == (datetime.date(2026, 11, 18), "Aija", {4: 32})


def test_without_styles_letterhead_number_kicker_title_and_summary_are_told_by_their_look():
    found = find_headline(
        [
            Line("MUNICIPALIDAD PROVINCIAL DE AIJA", capitals=True),
            Line("NOTA DE PRENSA N.° 045-2026-OII-MPA", capitals=True),
            Line("OBRAS VIALES", capitals=True),
            Line("Aija estrena carretera que une cinco caseríos", marked=True),
            Line("La inversión superó los dos millones de soles", marked=True),
            DATELINE,
            BODY,
        ]
    )
    assert found.kicker == "OBRAS VIALES"
    assert found.title == "Aija estrena carretera que une cinco caseríos"
    assert found.summary == "La inversión superó los dos millones de soles"
    assert found.former_number == "045-2026-OII-MPA"
    assert found.used == {0, 1, 2, 3, 4}


def test_the_coat_of_arms_above_and_the_office_below_are_dropped_with_the_letterhead():
    picture, office = Line("", Role.PICTURE), Line("Oficina de Imagen Institucional")
    found = find_headline([picture, Line("NOTA DE PRENSA N.° 1"), Line("Titular"), picture, BODY, office])
    assert (found.title, found.used) == ("Titular", {0, 1, 2, 5})


def test_a_picture_above_a_title_without_letterhead_stays():
    assert find_headline([Line("", Role.PICTURE), Line("Titular"), BODY]).used == {1}


def test_a_title_in_capitals_is_not_taken_for_a_kicker():
    found = find_headline(
        [
            Line("MUNICIPALIDAD INAUGURA LA CARRETERA DE SUCCHA", capitals=True),
            Line("Bajada en negrita", marked=True),
            BODY,
        ]
    )
    assert (found.kicker, found.title) == ("", "MUNICIPALIDAD INAUGURA LA CARRETERA DE SUCCHA")
    assert found.summary == "Bajada en negrita"


def test_the_first_line_is_the_title_when_nothing_says_otherwise():
    found = find_headline([Line("Aija estrena carretera"), BODY])
    assert (found.title, found.used) == ("Aija estrena carretera", {0})


def test_a_heading_is_the_title_under_a_kicker_and_only_a_part_further_down():
    heading = Line("Inversión", Role.HEADING)
    under_kicker = find_headline([Line("OBRAS", capitals=True), heading, BODY])
    assert (under_kicker.kicker, under_kicker.title) == ("OBRAS", "Inversión")
    further_down = find_headline([Line("Aija estrena carretera"), Line("Un párrafo."), heading, BODY])
    assert (further_down.title, further_down.used) == ("Aija estrena carretera", {0})


def test_a_kicker_and_a_title_may_be_all_there_is():
    found = find_headline([Line("OBRAS", capitals=True), Line("Aija estrena carretera", marked=True)])
    assert (found.kicker, found.title) == ("OBRAS", "Aija estrena carretera")


def test_two_lines_of_equal_length_are_not_kicker_and_title():
    found = find_headline(
        [Line("AIJA ESTRENA CARRETERA", capitals=True), Line("Une cinco caseríos", marked=True), BODY]
    )
    assert (found.title, found.summary) == ("AIJA ESTRENA CARRETERA", "Une cinco caseríos")


def test_of_two_lines_styled_as_kicker_the_nearer_is_it():
    found = find_headline([Line("Lejos", Role.KICKER), Line("Cerca", Role.KICKER), Line("Titular", Role.TITLE)])
    assert (found.kicker, found.used) == ("Cerca", {1, 2})


def test_a_text_that_starts_with_its_body_has_no_title():
    assert find_headline([BODY, Line("Cierre")]).title == ""
    assert find_headline([DATELINE, Line("Segundo párrafo")]).title == ""


def test_a_plain_line_under_the_title_stays_in_the_body():
    found = find_headline([Line("Titular", Role.TITLE), Line("Primer párrafo."), BODY])
    assert (found.summary, found.used) == ("", {0})


def test_a_marked_line_after_a_picture_is_not_the_summary():
    found = find_headline([Line("Titular", Role.TITLE), Line("", Role.OTHER), Line("Al pie", marked=True), BODY])
    assert found.summary == ""


def test_a_dateline_alone_is_dropped_whether_above_or_at_the_foot():
    above = find_headline([Line("Aija, 18 de noviembre de 2026"), Line("Titular", Role.TITLE), BODY])
    assert (above.date, above.used) == (datetime.date(2026, 11, 18), {0, 1})
    foot = find_headline([Line("Titular"), *[BODY] * 20, Line("Aija, 18 de noviembre de 2026")])
    assert (foot.date, foot.used) == (datetime.date(2026, 11, 18), {0, 21})


def test_a_known_title_is_dropped_from_the_body_only_where_repeated():
    lines = [Line("AIJA ESTRENA CARRETERA", Role.HEADING), BODY]
    assert find_headline(lines, known_title="Aija estrena carretera").used == {0}
    assert find_headline(lines, known_title="Otro titular").used == frozenset()


def test_no_lines_give_an_empty_headline():
    assert find_headline([]).title == ""
