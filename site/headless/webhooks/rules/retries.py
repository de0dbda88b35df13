"""When what failed is sent again, and when it is given up."""

from datetime import datetime, timedelta

from headless.webhooks.enums import Outcome

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
TRIED_FOR = timedelta(days=3)
WARNED_AFTER = timedelta(days=1)
HOLDS_TIMES = 5


def pause_after(attempts: int, *, chance: float, asked: int | None = None) -> timedelta:
    """How long to wait after the failure of attempt `attempts`, which counts from 1.

    Exponential, with full jitter: `chance`, from 0 to 1, says how much of the span, which doubles from a minute to an
    hour, so that receivers that fell together aren't called together. `asked` are the seconds that the receiver asked
    for, granted up to an hour. Source: AWS Architecture Blog, «Exponential Backoff and Jitter».
    """
    doublings = min(max(attempts, 1) - 1, 16)
    span = min(FIRST * 2**doublings, LONGEST)
    return max(span * chance, min(timedelta(seconds=asked or 0), LONGEST))


def is_given_up(*, first_tried_at: datetime, at: datetime) -> bool:
    """Whether a failure at an instant is the last: three days after the first attempt."""
    return at - first_tried_at >= TRIED_FOR


def steps_aside(outcome: Outcome, *, attempts: int) -> bool:
    """Whether what failed lets what follows pass: the receiver answers, and it is this that it won't have.

    While nobody answers, or says not now, everything waits in its order.
    """
    return outcome == Outcome.REFUSED and attempts >= HOLDS_TIMES
