"""Pages of a list, whatever happens between one and the next."""

from datetime import date

import pytest

from headless.cursors import cursor_at, position_of
from headless.ordering import Ordering
from headless.problem_types import INVALID_CURSOR
from headless.problems import Problem
from institution.models import RestrictionPeriod
from tests.factories.institution import RestrictionPeriodFactory

pytestmark = pytest.mark.django_db
ENDS = Ordering("ends_on", "ends_on")
ROWS = RestrictionPeriod.objects.all()


def periods(*ends: date | None) -> None:
    for number, end in enumerate(ends):
        RestrictionPeriodFactory(name=f"Proceso {number}", starts_on=date(2026, 1, 1), ends_on=end)


def walked(ordering: Ordering, *, between=lambda: None) -> list[str]:
    """The names met by going through the rows one at a time, by cursors alone."""
    met, rows = [], ROWS
    while (row := ordering.sort(rows).first()) is not None:
        met.append(row.name)
        cursor = cursor_at(row.pk, row.ends_on, question="x")
        between()
        rows = ordering.after(ROWS, position_of(cursor, ordering, ROWS, question="x"))
    return met


def test_equal_values_are_told_apart_and_absent_ones_go_last():
    periods(date(2026, 5, 1), None, date(2026, 3, 1), date(2026, 5, 1), None)
    assert walked(ENDS) == ["Proceso 2", "Proceso 0", "Proceso 3", "Proceso 1", "Proceso 4"]


def test_the_other_way_round_absent_ones_still_go_last():
    periods(date(2026, 5, 1), None, date(2026, 3, 1), date(2026, 5, 1), None)
    assert walked(ENDS.reversed) == ["Proceso 3", "Proceso 0", "Proceso 2", "Proceso 4", "Proceso 1"]


def test_rows_added_before_the_cursor_neither_repeat_nor_hide_others():
    periods(date(2026, 5, 1), date(2026, 3, 1), date(2026, 4, 1))
    added = iter(range(10, 13))

    def add() -> None:
        if (number := next(added, None)) is not None:
            RestrictionPeriodFactory(name=f"Nuevo {number}", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1))

    assert walked(ENDS, between=add) == ["Proceso 1", "Proceso 2", "Proceso 0"]


def test_the_row_of_the_cursor_may_be_gone():
    periods(date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))
    first = ENDS.sort(ROWS).first()
    cursor = cursor_at(first.pk, first.ends_on, question="x")
    first.delete()
    rows = ENDS.after(ROWS, position_of(cursor, ENDS, ROWS, question="x"))
    assert [row.name for row in ENDS.sort(rows)] == ["Proceso 1", "Proceso 2"]


@pytest.mark.parametrize("garbage", ["x", "....", "WyJhIiwgMV0", "\u00f1", "A" * 900, "e30.e30"])
def test_a_cursor_that_is_not_ours_is_refused(garbage):
    with pytest.raises(Problem) as raised:
        position_of(garbage, ENDS, ROWS, question="x")
    assert raised.value.kind is INVALID_CURSOR


def test_a_cursor_of_another_question_is_refused():
    periods(date(2026, 3, 1))
    cursor = cursor_at(ROWS.get().pk, ROWS.get().ends_on, question="topic=obras")
    with pytest.raises(Problem):
        position_of(cursor, ENDS, ROWS, question="topic=agua")
