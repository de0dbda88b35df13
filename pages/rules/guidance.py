"""What is asked of guidance before people rely on it, and when it is due to be reviewed."""

from datetime import date

from django.utils.translation import gettext as _

from pages.enums.guidance import Silence


def overdue(*, review_on: date, on: date) -> bool:
    """Whether the day `on` is past the one on which it should have been reviewed."""
    return on > review_on


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
