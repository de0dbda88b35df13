from search.analysis.question import asked
from search.analysis.thesaurus import Thesaurus

GROUPS = [["basura", "residuos sólidos", "limpieza pública"], ["DEMUNA", "defensoría del niño"], ["pista", "calzada"]]


def instead(typed: str) -> list[tuple[int, set[tuple[str, ...]]]]:
    return [(len(concept.words), set(concept.instead)) for concept in Thesaurus(GROUPS).concepts(asked(typed))]


def test_a_word_may_be_found_by_a_phrase():
    assert instead("basuras") == [(1, {("residu", "sol"), ("limpi", "public")})]


def test_a_phrase_may_be_found_by_a_word_and_the_longest_is_taken():
    assert instead("recojo de residuos sólidos") == [(1, set()), (2, {("basur",), ("limpi", "public")})]


def test_an_acronym_and_what_it_stands_for_are_the_same_both_ways():
    assert instead("demuna") == [(1, {("defensori", "niñ")})]
    assert instead("defensoría de los niños") == [(2, {("=demuna",)})]


def test_a_code_may_be_found_by_its_parts():
    assert instead("045-2026") == [(1, {("45", "2026")})]


def test_a_thesaurus_without_groups_leaves_each_word_alone():
    assert [concept.instead for concept in Thesaurus([]).concepts(asked("agua potable"))] == [(), ()]
