from hypothesis import given
from hypothesis import strategies as st

from search.snippets import WINDOW, marked, snippet

TERMS = {"vacun", "niñ"}


def test_what_was_found_is_marked_as_it_is_written():
    assert marked("Vacunación: niños y NIÑAS", TERMS) == (
        "<mark>Vacunación</mark>: <mark>niños</mark> y <mark>NIÑAS</mark>"
    )


def test_accents_in_what_is_found_are_kept_and_markup_is_only_text():
    assert marked("<b>vacúna</b> & más", TERMS) == "&lt;b&gt;<mark>vacúna</mark>&lt;/b&gt; &amp; más"


def test_the_part_with_most_different_terms_is_chosen():
    text = "vacuna " + "palabra " * 100 + "vacunas para los niños " + "palabra " * 100
    cut = snippet(text, TERMS)
    assert "<mark>vacunas</mark> para los <mark>niños</mark>" in cut
    assert cut.startswith("… ")
    assert cut.endswith("…")


def test_a_short_text_is_whole_and_one_without_terms_begins_at_its_beginning():
    assert snippet("Campaña de vacunas", TERMS) == "Campaña de <mark>vacunas</mark>"
    assert snippet("Feria de la papa", TERMS) == "Feria de la papa"
    assert snippet("", TERMS) == ""


@given(st.text(), st.sets(st.sampled_from(["vacun", "a", "1"])))
def test_a_snippet_is_never_much_longer_than_its_window(text, terms):
    plain = snippet(text, terms).replace("<mark>", "").replace("</mark>", "")
    for entity in ("&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"):
        plain = plain.replace(entity, "x")
    assert len(plain) <= WINDOW + 4


@given(st.text())
def test_marking_never_changes_what_is_read(text):
    assert marked(text, frozenset()) == marked(text, {"nothing"})
