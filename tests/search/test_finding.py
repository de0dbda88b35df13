"""What a search finds among entries put in the index by hand, on the database's own engine."""

from datetime import UTC, datetime

import pytest

from search.analysis.thesaurus import Thesaurus
from search.engines.chosen import embedded
from search.engines.matches import Ask
from search.finding import Finder
from search.index.entries import Entry
from search.index.keeping import forget, keep
from search.index.vocabulary import Vocabulary
from search.portal import word_completions

pytestmark = pytest.mark.django_db
KIND = "tests.thing"
AT = datetime(2026, 11, 24, tzinfo=UTC)


def put(*titles: str, start: int = 1) -> None:
    keep(
        Entry(KIND, key, {"title": [title]}, completed_by=[title], open=True)
        for key, title in enumerate(titles, start=start)
    )


def found(typed: str, *, groups: tuple[tuple[str, ...], ...] = (), every: bool = False) -> list[int]:
    finder = Finder(embedded(), Thesaurus(groups))
    understanding = finder.understood(typed)
    if not understanding.question:
        return []
    ask = Ask(understanding.tree(every=every), kinds=[KIND])
    return [match.object_id for match in finder.best(understanding, ask, start=0, stop=50, at=AT)]


@pytest.mark.parametrize(
    "typed",
    ["obra de agua", "OBRAS DE AGUA", "obras agua", "construccion del canal", "construir canales", "canál"],
)
def test_number_case_accents_and_endings_are_no_obstacle(typed):
    put("Obras de agua: construcción de canales de riego", "Feria de la papa")
    assert found(typed)[0] == 1


def test_what_has_every_word_in_order_comes_first_and_the_rest_follows():
    put("Agua para todos", "Canal de riego en Coris", "Limpieza del canal y riego de parques", "Papa")
    assert found("canal de riego agua") == [2, 3, 1]


def test_with_and_only_what_has_every_word_is_found():
    put("Agua potable en Coris", "Agua para riego")
    assert found("agua potable", every=True) == [1]


@pytest.mark.parametrize("typed", ["vacunasion", "bacunación", "vacunacoin", "vacunació"])
def test_a_slip_finds_what_was_meant(typed):
    put("Campaña de vacunación", "Feria escolar")
    assert found(typed) == [1]


def test_what_was_corrected_is_told_as_it_is_written():
    put("Campaña de vacunación")
    finder = Finder(embedded(), Thesaurus([]))
    assert finder.understood("vacunasion").question.corrections == (("vacunasion", "vacunación"),)
    assert finder.understood("vacuna").question.corrections == ()


def test_an_unfinished_word_finds_what_begins_so():
    put("Mejoramiento de la trocha", "Feria")
    assert found("mejoram") == [1]


@pytest.mark.parametrize("typed", ["vacunaci", "Vacunació", "campaña de VACUNACIÓ"])
def test_the_word_being_typed_is_finished_whatever_its_accents(typed):
    put("Campaña de vacunación")
    assert word_completions(typed) == ["vacunación"]


def test_enye_and_n_find_each_other_and_the_exact_spelling_comes_first():
    put("El ano de los animales: salud veterinaria", "Año nuevo en la plaza")
    assert found("año")[0] == 2
    assert found("ano") == [1, 2]


def test_without_enye_on_the_keyboard_the_word_is_found_as_well():
    put("Programa para niños", "Feria")
    assert found("ninos") == [1]


def test_a_synonym_holds_as_soon_as_it_is_written_both_ways_and_in_phrases():
    put("Recojo de residuos sólidos", "Chatarra", "Basura en el río")
    assert found("basura") == [3]
    groups = (("basura", "residuos sólidos"),)
    assert found("basura", groups=groups) == [3, 1]
    assert found("residuos sólidos", groups=groups) == [1, 3]


def test_a_phrase_in_quotes_must_be_whole_and_what_follows_a_minus_absent():
    put("Vaso de leche en Coris", "Leche en vaso", "Leche de cabra")
    assert found('"vaso de leche"') == [1]
    assert found("leche -vaso") == [3]


@pytest.mark.parametrize("typed", ["045-2026", "45-2026", "nota 045-2026", "045-2026-MPA"])
def test_a_code_is_found_with_or_without_its_zeros_and_letters(typed):
    put("Nota N.º 045-2026-MPA", "Nota N.º 046-2026-MPA")
    assert found(typed)[0] == 1


@pytest.mark.parametrize("typed", ["1250000", "1,250,000", "S/ 1,250,000.50", "1 250 000", "2567890"])
def test_amounts_and_codes_of_works_are_found_however_written(typed):
    put("Obra por S/ 1,250,000.50 con CUI 2567890", "Obra por S/ 3,000")
    assert found(typed)[0] == 1


@pytest.mark.parametrize("typed", ["943123456", "943 123 456", "+51 943123456"])
def test_a_phone_is_found_however_written(typed):
    put("Llame al 943 123 456", "Llame al 943 123 457")
    assert found(typed) == [1]


def test_a_natural_question_is_answered():
    put("Licencia de funcionamiento: requisitos", "Feria de negocios", "Qué hacer en Carnaval")
    assert found("¿Qué necesito para sacar la licencia de funcionamiento?")[0] == 1


def test_what_is_forgotten_is_found_no_more_and_its_words_are_counted_no_more():
    put("Campaña de vacunación", "Campaña de limpieza")
    forget(KIND, [1])
    assert found("vacunación") == []
    assert Vocabulary().frequencies(["campañ", "vacun"]) == {"campañ": 1}


def test_writing_an_entry_again_changes_its_words_and_counts_them_once():
    put("Campaña de vacunación")
    put("Campaña de limpieza")
    put("Campaña de limpieza")
    assert found("vacunación") == []
    assert found("limpieza") == [1]
    assert Vocabulary().frequencies(["campañ", "limpi", "vacun"]) == {"campañ": 1, "limpi": 1}


def test_the_words_of_what_is_not_open_are_proposed_to_nobody():
    keep([Entry(KIND, 1, {"title": ["Expropiación secreta"]}, open=False)])
    finder = Finder(embedded(), Thesaurus([]))
    assert finder.understood("expropiacoin").question.corrections == ()
    assert Vocabulary().completions("expro", most=5) == []
