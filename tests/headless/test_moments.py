"""Days and instants in addresses."""

from datetime import UTC, date, datetime

import pytest

from headless.kinds import Unreadable
from headless.moments import Day, Instant

AT = datetime(2026, 7, 28, 15, tzinfo=UTC)


def test_a_day_stands_for_its_first_instant_in_lima():
    assert Instant().read("2026-07-28", at=AT) == datetime(2026, 7, 28, 5, tzinfo=UTC)


def test_a_day_may_stand_for_its_last_instant_in_lima():
    assert Instant(end_of_day=True).read("2026-07-28", at=AT) == datetime(2026, 7, 29, 4, 59, 59, 999_999, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["2026-07-28T10:00-05:00", "2026-07-28T15:00:00Z", "2026-07-28T20:00:00.000+05:00", "2026-07-28T20:00 05:00"],
)
def test_an_instant_is_read_with_its_offset_even_when_its_plus_sign_arrived_as_a_blank(text):
    assert Instant().read(text, at=AT) == datetime(2026, 7, 28, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-28T10:00", "2026-02-30", "28/07/2026", "hoy", "2026", "20260728", "2026-W31-2", "0001-01-01",
        "9999-12-31T23:59:59-23:59", "2026-07-28T25:00Z", "2026-07-28T10:00+99:99", "٢٠٢٦-07-28",
        "2026-07-28T10:00:60Z",
    ],
)  # fmt: skip
def test_what_is_not_an_instant_is_refused_with_the_forms_admitted(text):
    with pytest.raises(Unreadable) as raised:
        Instant().read(text, at=AT)
    assert raised.value.allowed == ["AAAA-MM-DD", "AAAA-MM-DDThh:mm:ss±hh:mm"]


def test_a_day_is_read():
    assert Day().read("2028-02-29", at=AT) == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["2027-02-29", "2026-7-1", "2026-07-28T10:00Z", "1899-12-31", "-2026-07-28"])
def test_what_is_not_a_day_is_refused(text):
    with pytest.raises(Unreadable):
        Day().read(text, at=AT)
