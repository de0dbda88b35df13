"""Where a day stands against a span of days."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodState(models.TextChoices):
    """A span of days as seen from one day."""

    COMING = "coming", _("Prevista")
    IN_FORCE = "in_force", _("Vigente")
    OVER = "over", _("Terminada")


def period_state(*, starts_on: date, ends_on: date | None, on: date) -> PeriodState:
    """The state, on the day `on`, of a span that includes both its ends; one without end never is over."""
    if on < starts_on:
        return PeriodState.COMING
    return PeriodState.OVER if ends_on and on > ends_on else PeriodState.IN_FORCE
