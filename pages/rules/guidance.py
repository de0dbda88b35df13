"""What is asked of guidance before people rely on it, and when it is due to be reviewed."""

from datetime import date

from django.utils.translation import gettext as _

from pages.enums.guidance import Silence


def overdue(*, review_on: date | None, on: date) -> bool:
    """Whether the day `on` is past the one on which it should have been reviewed."""
    return review_on is not None and on > review_on


def cost_obstacle(*, free: bool, amounts: int) -> str:
    """Why the cost is not clear; blank when it either is free or says what is paid."""
    if free and amounts:
        return _("Es gratuito o tiene montos: quite una de las dos cosas.")
    return "" if free or amounts else _("Diga cuánto cuesta, o márquelo como gratuito.")


def time_obstacle(*, days: int | None, silence: str) -> str:
    """Why the time is not clear; blank when there is a limit or it is approved on the spot."""
    if silence == Silence.AUTOMATIC or days:
        return ""
    return _("Diga en cuántos días hábiles se resuelve, o que es de aprobación automática.")


def review_obstacles(*, reviewed_on: date | None, review_on: date | None, on: date) -> dict[str, str]:
    """What the dates of review lack, by field."""
    obstacles = {}
    if reviewed_on is None:
        obstacles["reviewed_on"] = _("Diga cuándo se revisó por última vez.")
    elif reviewed_on > on:
        obstacles["reviewed_on"] = _("Esa fecha todavía no llega.")
    if review_on is None or (reviewed_on and review_on <= reviewed_on):
        obstacles["review_on"] = _("Diga cuándo toca revisarla otra vez: una fecha posterior a la última revisión.")
    return obstacles
