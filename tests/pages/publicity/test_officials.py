"""Naming or showing somebody who governs is found in the words and the photos, and blocks publicity."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from institution.models import TermOfGovernment
from pages.models import AuthoritiesPage, NewsPage, PublicityDecision
from pages.rules.officials import Official, officials_named
from tests.factories.institution import ImageFactory
from tests.factories.pages import draft_piece
from tests.factories.publicity import FOUNDED, MAYOR
from tests.pages.publicity.desk import attempt


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La obra que entregó Ana Quispe a todos", ["Ana Quispe"]),
        ("gracias a ANA MARÍA QUISPE RAMOS.", ["ANA MARÍA QUISPE RAMOS"]),
        ("la señora Quispe Ramos", ["Quispe Ramos"]),
        ("María Quispe saludó", ["María Quispe"]),
        ("La alcaldesa provincial invita", ["alcaldesa provincial"]),
        ("El Alcalde y los regidores", ["Alcalde", "regidores"]),
        ("Vecina Ana María Flores", []),
        ("El señor Quispe y la señora Ramos", []),
        ("Ana y después Quispe", []),
        ("La alcaldía atiende de 8 a 17", []),
        ("", []),
    ],
)
def test_a_person_is_named_by_two_of_their_names_and_a_post_by_its_word(text, found):
    assert officials_named(text, [MAYOR]) == found


def test_short_names_are_found_whole_and_joining_words_do_not_matter():
    assert officials_named("con Rosa de la Cruz", [Official("Rosa Cruz")]) == ["Rosa de la Cruz"]
    assert officials_named("con Rosa", [Official("Rosa Cruz"), Official("")]) == []


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=3))
def test_whatever_is_found_is_in_the_text(text, names):
    assert all(found in text for found in officials_named(text, [Official(name, name) for name in names]))


def test_what_names_an_official_is_blocked_with_the_words_and_the_place(period, mayor):
    quote = {"text": "Vengan", "speaker": "Ana Quispe", "position": "Alcaldesa"}
    body = [{"type": "text", "value": "<p>Hola.</p>"}, {"type": "quote", "value": quote}]
    named = attempt(draft_piece(NewsPage, summary="Con ana quispe, avanzamos", body=body, **FOUNDED))
    message = named["publicity_shows_official"]
    assert "«ana quispe» (bajada)" in message
    assert "«Ana Quispe» (cuerpo, bloque 2 (Cita))" in message
    assert "casilla" not in message
    assert (
        "casilla"
        in attempt(draft_piece(NewsPage, **FOUNDED, publicity_shows_official=True))["publicity_shows_official"]
    )


@pytest.mark.parametrize("how", ["tag", "portrait", "caption"])
def test_what_shows_an_official_is_blocked(period, mayor, how):
    photo = mayor.photo if how == "portrait" else ImageFactory(title="Feria")
    if how == "tag":
        photo.tags.add("Ana Quispe")
    caption = "Ana Quispe en la feria" if how == "caption" else ""
    piece = draft_piece(NewsPage, lead_photo=photo, lead_photo_alt="Feria", lead_photo_caption=caption, **FOUNDED)
    assert attempt(piece).keys() == {"publicity_shows_official"}


def test_somebody_who_no_longer_governs_may_be_named(period, mayor):
    over = TermOfGovernment.objects.create(name="Antes", starts_on=date(2019, 1, 1), ends_on=date(2022, 12, 31))
    AuthoritiesPage.objects.update(term=over)
    assert attempt(draft_piece(NewsPage, summary="Ana Quispe dio una charla", **FOUNDED)) == {}


def test_outside_a_period_nothing_is_asked_nor_logged(tree, mayor):
    assert attempt(draft_piece(NewsPage, title="Ana Quispe invita", is_publicity=True)) == {}
    assert not PublicityDecision.objects.exists()
