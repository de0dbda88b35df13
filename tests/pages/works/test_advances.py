"""Advances grow within 0 and 100 unless a reason is given, and a correction keeps what was wrong."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from institution.enums import Role
from pages.actions.work_advances import AdvanceRefused, correct_advance, record_advance
from pages.enums import WorkStage
from pages.models import WorkAdvance
from pages.rules.advances import Advance, advance_obstacles
from tests.factories.institution import ImageFactory
from tests.factories.people import user_with
from tests.factories.works import NOW, advance, published_work

TODAY = date(2026, 11, 24)
percents = st.decimals(min_value=-20, max_value=130, places=2)
days = st.integers(min_value=-400, max_value=5).map(lambda n: TODAY + timedelta(days=n))
advances = st.builds(Advance, on=days, physical=percents, financial=percents)


def recorded(asked: list[Advance]) -> list[Advance]:
    """Those that the rule lets in, tried one after another, by day."""
    kept: list[Advance] = []
    for each in asked:
        if not advance_obstacles(each, kept, today=TODAY):
            kept.append(each)
    return sorted(kept, key=lambda each: each.on)


@given(st.lists(advances, max_size=25))
def test_whatever_is_tried_what_is_recorded_grows_day_by_day_within_a_hundred(asked):
    kept = recorded(asked)
    for name in ("physical", "financial"):
        values = [getattr(each, name) for each in kept]
        assert values == sorted(values)
        assert all(0 <= value <= 100 for value in values)
    assert len({each.on for each in kept}) == len(kept)
    assert all(each.on <= TODAY for each in kept)


@given(st.lists(advances, max_size=25), percents, days)
def test_a_reason_excuses_going_back_and_nothing_else(asked, percent, day):
    kept = recorded(asked)
    excused = Advance(day, percent, percent, reason="Se rehízo un tramo")
    told = advance_obstacles(excused, kept, today=TODAY)
    fine = 0 <= percent <= 100 and day <= TODAY and day not in {each.on for each in kept}
    assert (told == {}) == fine


def test_a_refusal_names_the_day_and_the_percentage_that_it_contradicts():
    told = advance_obstacles(
        Advance(TODAY, Decimal(30), Decimal(50)), [Advance(date(2026, 10, 1), Decimal(40), Decimal(20))], today=TODAY
    )
    assert list(told) == ["physical"]
    assert "01/10/2026" in told["physical"]
    assert "40" in told["physical"]


def test_an_advance_is_public_at_once_with_its_photos(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    photo = ImageFactory()
    advance(work, TODAY, "35.50", 30, note="Muros", photos=[(photo, "Muro de contención")])
    latest = work.latest_advance
    assert (latest.physical, latest.note) == (Decimal("35.50"), "Muros")
    assert [(each.image, each.alt) for each in latest.photos.all()] == [(photo, "Muro de contención")]


def test_a_work_that_has_not_begun_has_no_advance(tree):
    work = published_work(stage=WorkStage.TENDER)
    with pytest.raises(AdvanceRefused, match="En ejecución"):
        advance(work, TODAY, 10)


def test_who_may_not_publish_a_work_may_not_record_its_advance(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    with pytest.raises(AdvanceRefused, match="quien puede publicar"):
        record_advance(
            work=work, on=TODAY, physical=Decimal(1), financial=Decimal(1), by=user_with(Role.WRITING), at=NOW
        )


def test_a_correction_keeps_the_wrong_row_marked_and_counts_the_right_one(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    advance(work, date(2026, 9, 1), 20)
    wrong = advance(work, date(2026, 10, 1), 80)
    right = correct_advance(
        advance=wrong, correction_reason="Se tipeó 80 por 30", by=None, at=NOW,
        on=date(2026, 10, 1), physical=Decimal(30), financial=Decimal(0),
    )  # fmt: skip
    assert work.latest_advance == right
    assert right.replaces.correction_reason == "Se tipeó 80 por 30"
    assert work.advances.count() == 3


def test_a_correction_needs_its_reason_happens_once_and_follows_the_same_rules(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    advance(work, date(2026, 9, 1), 20)
    wrong = advance(work, date(2026, 10, 1), 80)
    values = {"on": date(2026, 10, 1), "financial": Decimal(0), "by": None, "at": NOW}
    with pytest.raises(AdvanceRefused):
        correct_advance(advance=wrong, correction_reason=" ", physical=Decimal(30), **values)
    with pytest.raises(AdvanceRefused, match="retrocede"):
        correct_advance(advance=wrong, correction_reason="Error", physical=Decimal(10), **values)
    assert work.advances.in_force().count() == 2
    correct_advance(advance=wrong, correction_reason="Error", physical=Decimal(30), **values)
    with pytest.raises(AdvanceRefused, match="ya fue corregido"):
        correct_advance(advance=wrong, correction_reason="Error", physical=Decimal(31), **values)


@pytest.mark.parametrize(
    "row",
    [
        {"physical": 101, "financial": 0},
        {"physical": 0, "financial": -1},
        {"physical": 1, "financial": 1, "correction_reason": "Sin fecha"},
        {"physical": 1, "financial": 1, "corrected_at": NOW},
        {"physical": 1, "financial": 1, "amount": -5},
    ],
)
def test_the_database_refuses_advances_that_cannot_be(tree, row):
    work = published_work(stage=WorkStage.EXECUTION)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkAdvance.objects.create(work=work, on=TODAY, recorded_at=NOW, **row)


def test_the_database_refuses_two_advances_in_force_of_one_day(tree):
    work = published_work(stage=WorkStage.EXECUTION)
    advance(work, TODAY, 10)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkAdvance.objects.create(work=work, on=TODAY, physical=20, financial=0, recorded_at=NOW)
