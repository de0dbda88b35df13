"""What is asked of every piece before it is published, whatever its type; each part of the room adds its check."""

from collections.abc import Callable
from datetime import datetime

from pages.models.piece import Piece

Check = Callable[[Piece, datetime], dict[str, str]]
CHECKS: list[Check] = []


def register_obstacle(check: Check) -> Check:
    """Have `check(piece, at)` asked before every publication: what must be mended, in Spanish, by field name."""
    if check not in CHECKS:
        CHECKS.append(check)
    return check
