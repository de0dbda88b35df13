"""How long caches may keep an answer."""

from datetime import UTC, datetime, timedelta

import pytest

from headless.freshness import cache_control

AT = datetime(2026, 7, 28, 15, tzinfo=UTC)


def test_an_answer_is_fresh_for_a_minute_and_usable_stale_for_five():
    assert cache_control(at=AT, next_change=None) == "public, max-age=60, stale-while-revalidate=300"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (3_600, "public, max-age=60, stale-while-revalidate=300"),
        (200, "public, max-age=60, stale-while-revalidate=140"),
        (60, "public, max-age=60, stale-while-revalidate=0"),
        (7.9, "public, max-age=7, stale-while-revalidate=0"),
        (0.5, "public, max-age=0, stale-while-revalidate=0"),
    ],
)
def test_no_cache_keeps_an_answer_past_the_next_change(seconds, expected):
    assert cache_control(at=AT, next_change=AT + timedelta(seconds=seconds)) == expected
