"""Which date somebody who registered goes to after an editor wrote other dates."""

from collections.abc import Sequence
from datetime import datetime


def followed(gone: Sequence[datetime], new: Sequence[datetime]) -> dict[datetime, datetime]:
    """The new date of each that is gone, in their order, when there are as many: they were moved.

    Otherwise which one became which can't be known, and those that are gone are off.
    """
    return dict(zip(sorted(gone), sorted(new), strict=True)) if len(gone) == len(new) else {}
