"""Best bets: what is promised first, only while it holds and only what anybody may see."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import PageViewRestriction

from institution.enums import Role
from search.best_bets import for_query
from search.models import BestBet
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import sign_in

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
ADD = "/admin/resultados-destacados/add/"
OUTSIDE = {"url": "https://www.gob.pe/", "title": "Gob.pe"}

pytestmark = pytest.mark.django_db


def bet(queries="partida de nacimiento", **fields) -> BestBet:
    return BestBet.objects.create(queries=queries, **fields)


def titles(words: str, at: datetime = NOW) -> list[str]:
    return [each.title for each in for_query(words, at)]


def test_a_bet_answers_each_of_its_queries_and_no_other(tree):
    bet(queries="Partida de Nacimiento\nacta de nacimiento", page=published_note(title="Registro civil"))
    assert titles("acta de nacimiento") == titles("partida de nacimiento") == ["Registro civil"]
    assert titles("nacimiento") == titles("mi partida de nacimiento") == titles("") == []


def test_a_bet_may_answer_a_longer_question(tree):
    bet(queries="acta", match="within", **OUTSIDE)
    assert titles("como saco mi acta hoy") == ["Gob.pe"]
    assert titles("actas") == []


def test_a_bet_leads_to_a_page_or_outside_with_words_of_its_own(tree):
    note = published_note(title="Registro civil")
    bet(page=note, title="Su partida", description="En diez minutos", position=1)
    bet(**OUTSIDE, position=2)
    inside, outside = for_query("partida de nacimiento", NOW)
    assert (inside.title, inside.description, inside.outside) == ("Su partida", "En diez minutos", False)
    assert inside.url == note.url
    assert (outside.url, outside.outside) == ("https://www.gob.pe/", True)


def test_a_bet_holds_from_its_first_day_in_lima_to_its_last():
    bet(starts_on=date(2026, 11, 24), ends_on=date(2026, 11, 24), **OUTSIDE)
    midnight = datetime(2026, 11, 24, 5, tzinfo=UTC)
    assert titles("partida de nacimiento", midnight)
    assert titles("partida de nacimiento", midnight + timedelta(hours=23, minutes=59))
    assert not titles("partida de nacimiento", midnight - timedelta(minutes=1))
    assert not titles("partida de nacimiento", midnight + timedelta(days=1))


def test_nothing_that_is_not_public_is_ever_promised(tree):
    private = published_note(title="Privada")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    bet(page=draft_note(title="Borrador"))
    bet(page=published_note(title="Con embargo", embargo_until=NOW + timedelta(hours=1)))
    bet(page=published_note(title="Vencida", expire_at=NOW - timedelta(hours=1)))
    bet(page=private)
    assert titles("partida de nacimiento") == []
    assert titles("partida de nacimiento", NOW + timedelta(hours=1)) == ["Con embargo"]


def test_three_are_shown_by_their_order_with_as_many_queries_whatever_their_number(tree, django_assert_max_num_queries):
    note = published_note()
    for place in range(200):
        bet(page=note, title=f"T{place}", position=300 - place)
    with django_assert_max_num_queries(6):
        assert titles("partida de nacimiento") == ["T199", "T198", "T197"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"url": "https://x.test/"},
        {"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1), **OUTSIDE},
        {"match": "near", **OUTSIDE},
        {"queries": "", **OUTSIDE},
    ],
)
def test_the_database_refuses_a_bet_that_makes_no_sense(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        bet(**fields)
    with pytest.raises(ValidationError):
        BestBet(**{"queries": "x", **fields}).full_clean()


def test_an_editor_adds_a_bet_and_is_told_what_is_wrong(tree):
    client = sign_in(Role.WRITING)
    filled = {"queries": "wifi\r\n internet ", "match": "whole", "page": "", "position": 1}
    assert "Elija una página o escriba una dirección" in client.post(ADD, filled | {"title": "X"}).content.decode()
    client.post(ADD, filled | OUTSIDE)
    assert titles("internet") == ["Gob.pe"]
