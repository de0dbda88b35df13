"""Doing again what PostgreSQL ended so that others, who waited for one another, could go on."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

DEADLOCK = "40P01"  # PostgreSQL, appendix A: deadlock_detected
TIMES = 5

P = ParamSpec("P")
R = TypeVar("R")


def done_again_after_deadlock(act: Callable[P, R]) -> Callable[P, R]:
    """The act, a whole transaction that is safe to repeat, begun anew when it was ended to break a deadlock.

    Who only waits in the line for a lock may be chosen for that though it holds nothing. Within somebody else's
    transaction nothing can be done again: the error goes on to them.
    """

    @wraps(act)
    def insisting(*args: P.args, **kwargs: P.kwargs) -> R:
        for _time in range(TIMES - 1):
            try:
                return act(*args, **kwargs)
            except OperationalError as error:
                if connection.in_atomic_block or getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                    raise
        return act(*args, **kwargs)

    return insisting
