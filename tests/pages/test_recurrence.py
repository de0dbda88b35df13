"""When an event takes place: the rule against a plain reading of it, month ends, skipped and moved days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from institution.rules.lima import LIMA
from pages.enums import Frequency
from pages.rules.recurrence import MOST_DATES, Recurrence, Slot, between, first_days, postponed, rule_text, slot, slots

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def lima(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=LIMA)


def time_of(start: datetime, hours: int = 3) -> Slot:
    return slot(start, start + timedelta(hours=hours))


def in_month(day: date, rule: Recurrence, first: date) -> bool:
    """Whether a monthly rule falls on the day, read off the calendar."""
    if not rule.nth:
        return day.day == (rule.month_day or first.day)
    if CODES[day.weekday()] != rule.weekdays[0]:
        return False
    from_end = (day + timedelta(days=7)).month != day.month
    return from_end if rule.nth == -1 else (day.day - 1) // 7 + 1 == rule.nth


def falls_on(day: date, rule: Recurrence, first: date) -> bool:
    """Whether the rule falls on a day, by its definition alone."""
    months = (day.year - first.year) * 12 + day.month - first.month
    weeks = ((day - timedelta(days=day.weekday())) - (first - timedelta(days=first.weekday()))).days // 7
    return {
        Frequency.DAILY: (day - first).days % rule.interval == 0,
        Frequency.WEEKLY: weeks % rule.interval == 0
        and CODES[day.weekday()] in (rule.weekdays or (CODES[first.weekday()],)),
        Frequency.MONTHLY: months % rule.interval == 0 and in_month(day, rule, first),
        Frequency.YEARLY: (day.year - first.year) % rule.interval == 0
        and (day.month, day.day) == (first.month, first.day),
    }[rule.frequency]


@st.composite
def rules(draw) -> Recurrence:
    frequency = draw(st.sampled_from(Frequency))
    nth = draw(st.sampled_from([None, 1, 2, 3, 4, -1])) if frequency == Frequency.MONTHLY else None
    most = 1 if nth else 7
    return Recurrence(
        frequency,
        interval=draw(st.integers(1, 5)),
        weekdays=tuple(draw(st.lists(st.sampled_from(CODES), min_size=1 if nth else 0, max_size=most, unique=True))),
        nth=nth,
        month_day=draw(st.none() | st.integers(1, 31)) if frequency == Frequency.MONTHLY and not nth else None,
    )


@settings(max_examples=80, deadline=None)
@given(rules(), DAYS, st.integers(0, 900))
def test_a_rule_falls_on_the_days_that_its_definition_says_and_no_others(rule, first, length):
    until = first + timedelta(days=length)
    every = [first + timedelta(days=n) for n in range(length + 1)]
    expected = [day for day in every if falls_on(day, rule, first)][:MOST_DATES]
    assert first_days(Recurrence(**vars(rule) | {"until": until}), first) == expected


@settings(max_examples=40, deadline=None)
@given(rules(), DAYS, st.integers(1, 40))
def test_a_count_gives_the_first_days_of_the_same_rule_without_one(rule, first, count):
    counted = first_days(Recurrence(**vars(rule) | {"count": count}), first)
    assert counted == first_days(Recurrence(**vars(rule) | {"until": date(2300, 1, 1)}), first)[:count]


def test_months_without_a_31st_are_skipped():
    rule = Recurrence(Frequency.MONTHLY, month_day=31, count=5)
    assert [day.isoformat() for day in first_days(rule, date(2026, 12, 31))] == [
        "2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31",
    ]  # fmt: skip


def test_the_29th_of_february_comes_each_four_years():
    rule = Recurrence(Frequency.YEARLY, count=3)
    assert [day.year for day in first_days(rule, date(2028, 2, 29))] == [2028, 2032, 2036]


@pytest.mark.parametrize("ends", [{}, {"until": date(2027, 1, 1), "count": 3}])
def test_a_rule_without_exactly_one_end_gives_no_day(ends):
    assert first_days(Recurrence(Frequency.DAILY, **ends), date(2026, 1, 1)) == []


@pytest.mark.parametrize("ends", [{"count": 1_000_000}, {"until": date(9000, 1, 1)}])
def test_however_much_is_asked_no_more_than_the_bound_is_given(ends):
    assert len(first_days(Recurrence(Frequency.DAILY, **ends), date(2026, 1, 1))) == MOST_DATES


def test_a_skipped_day_is_left_out_and_a_moved_one_keeps_when_it_was_to_start():
    saturdays = Recurrence(Frequency.WEEKLY, count=4)
    sunday = time_of(lima(2026, 12, 13, 15))
    found = slots(
        [time_of(lima(2026, 12, 5))], saturdays, skipped={date(2026, 12, 19)}, moved={date(2026, 12, 12): sunday}
    )
    assert [each.starts for each in found] == [lima(2026, 12, 5), lima(2026, 12, 13, 15), lima(2026, 12, 26)]
    assert [each.original for each in found if each.moved] == [lima(2026, 12, 12)]


def test_other_dates_than_the_first_do_not_repeat():
    found = slots([time_of(lima(2026, 12, 9)), time_of(lima(2026, 12, 5))], Recurrence(Frequency.WEEKLY, count=2))
    assert [each.starts.day for each in found] == [5, 9, 12]


def test_repetitions_keep_the_hour_of_lima_and_the_length():
    found = slots([time_of(lima(2026, 12, 5, 22), hours=4)], Recurrence(Frequency.MONTHLY, count=6))
    assert {each.starts.astimezone(LIMA).time() for each in found} == {time(22)}
    assert {each.ends - each.starts for each in found} == {timedelta(hours=4)}


def test_whole_days_go_from_midnight_to_midnight_of_lima():
    day = slot(lima(2026, 12, 5), lima(2026, 12, 6), all_day=True)
    assert (day.starts, day.ends) == (lima(2026, 12, 5, 0), lima(2026, 12, 7, 0))


def test_of_an_event_that_repeats_only_the_next_time_is_put_off():
    weekly = slots([time_of(lima(2026, 12, 5))], Recurrence(Frequency.WEEKLY, count=3))
    found = postponed(weekly, origin=lima(2026, 12, 12), to=lima(2026, 12, 14), repeats=True)
    assert [each.starts.day for each in found] == [5, 14, 19]


def test_of_an_event_of_several_days_those_to_come_are_put_off_by_as_much():
    days = [time_of(lima(2026, 12, day)) for day in (5, 6, 7)]
    found = postponed(days, origin=lima(2026, 12, 6), to=lima(2026, 12, 20), repeats=False)
    assert [each.starts.day for each in found] == [5, 20, 21]


def test_when_an_editor_wrote_other_dates_nothing_is_put_off_twice():
    days = [time_of(lima(2026, 12, 20))]
    assert postponed(days, origin=lima(2026, 12, 6), to=lima(2026, 12, 20), repeats=False) == days


def test_what_only_touches_the_bounds_is_not_between_them():
    times = [time_of(lima(2026, 12, 5, hour)) for hour in (6, 9, 12)]
    assert between(times, lima(2026, 12, 5, 9), lima(2026, 12, 5, 12)) == times[1:2]


def test_the_last_day_is_included_whole_in_the_text_of_the_rule():
    rule = Recurrence(Frequency.WEEKLY, interval=2, weekdays=("MO", "WE"), until=date(2026, 12, 31))
    assert rule_text(rule, all_day=False) == "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270101T045959Z;BYDAY=MO,WE"
    assert rule_text(rule, all_day=True) == "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231;BYDAY=MO,WE"
    assert datetime(2027, 1, 1, 4, 59, 59, tzinfo=UTC).astimezone(LIMA).date() == rule.until
