"""From which state to which, at whose hand; how soon units are answered; months as addresses name them."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.enums import RequestState as State
from pages.rules.months import Month
from pages.rules.response_times import Course, times_of
from pages.rules.unit_requests import MOVES, Hand, MoveRefused, Standing, check_move, moves_from

READY = Standing(assigned=True, products=1, live=1, deliveries=1, spread=1)
RECEIVED_AT = datetime(2026, 11, 2, 14, tzinfo=UTC)


def move(current: State, target: State, *hands: Hand, reason: str = "Motivo", standing: Standing = READY) -> None:
    check_move(current=current, target=target, hands=hands, reason=reason, standing=standing)


def test_a_move_passes_exactly_when_the_table_lets_that_hand_make_it():
    for current, target, hand in product(State, State, Hand):
        if hand in MOVES.get((current, target), ()):
            move(current, target, hand)
            assert target in moves_from(current, {hand})
        else:
            with pytest.raises(MoveRefused):
                move(current, target, hand)


def test_no_state_is_a_dead_end_but_what_was_published():
    ends = [state for state in State if not moves_from(state, set(Hand))]
    assert ends == [State.PUBLISHED]


@pytest.mark.parametrize(
    ("current", "target", "hand"),
    [
        (State.RECEIVED, State.RETURNED, Hand.DECIDER),
        (State.RECEIVED, State.DECLINED, Hand.DECIDER),
        (State.REVIEW, State.PRODUCTION, Hand.UNIT),
        (State.REVIEW, State.APPROVED, Hand.DECIDER),
    ],
)
def test_refusing_sending_back_and_approving_for_the_unit_ask_for_a_reason(current, target, hand):
    with pytest.raises(MoveRefused, match="Escriba el motivo"):
        move(current, target, hand, reason="  ")


def test_the_unit_approves_without_a_reason():
    move(State.REVIEW, State.APPROVED, Hand.UNIT, reason="")


@pytest.mark.parametrize(
    ("current", "target", "standing", "why"),
    [
        (State.ACCEPTED, State.PRODUCTION, Standing(), "Asígnela primero"),
        (State.PRODUCTION, State.REVIEW, Standing(assigned=True), "no hay qué revisar"),
        (State.APPROVED, State.PUBLISHED, Standing(products=2, live=1), "Falta publicar"),
        (State.APPROVED, State.PUBLISHED, Standing(), "No tiene productos"),
    ],
)
def test_what_must_be_done_before_is_told(current, target, standing, why):
    with pytest.raises(MoveRefused, match=why):
        move(current, target, Hand.WORKER, standing=standing)


def course(
    *, response: float | None = None, publication: float | None = None, needed: date = date(2026, 11, 10), **more
):
    at = [RECEIVED_AT + timedelta(hours=hours) if hours is not None else None for hours in (response, publication)]
    return Course(RECEIVED_AT, needed, *at, **more)


def test_medians_means_and_what_was_on_time():
    times = times_of(
        [course(response=2, publication=24), course(response=4, publication=24 * 20), course(response=12), course()],
        on=date(2026, 11, 9),
    )
    assert (times.count, times.published) == (4, 2)
    assert (times.response_median, times.response_mean) == (4.0, 6.0)
    assert times.publication_median == 252.0
    assert times.on_time == 50.0  # the two that nobody published are not due yet


def test_what_was_due_and_never_published_counts_as_late_unless_it_was_declined():
    rows = [course(response=1, publication=5), course(), course(response=1, declined=True)]
    assert times_of(rows, on=date(2026, 11, 11)).on_time == 50.0
    assert times_of([], on=date(2026, 11, 11)).on_time is None


def test_the_day_it_was_needed_ends_at_midnight_in_lima():
    late_evening = Course(RECEIVED_AT, date(2026, 11, 10), None, datetime(2026, 11, 11, 4, 59, tzinfo=UTC))
    next_day = Course(RECEIVED_AT, date(2026, 11, 10), None, datetime(2026, 11, 11, 5, 1, tzinfo=UTC))
    assert times_of([late_evening], on=date(2026, 11, 12)).on_time == 100.0
    assert times_of([next_day], on=date(2026, 11, 12)).on_time == 0.0


@given(st.text(max_size=12))
def test_whatever_is_written_as_a_month_reads_as_one(text):
    month = Month.read(text, otherwise=date(2026, 11, 24))
    assert str(month) == text or str(month) == "2026-11"
    assert any(month.has(day) for week in month.weeks() for day in week)


def test_months_follow_each_other_over_the_years_end():
    december = Month(2026, 12)
    assert (str(december.next), str(december.next.previous)) == ("2027-01", "2026-12")
