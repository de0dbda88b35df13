"""How a campaign stands on a day, and what is asked of it before it is published."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from institution.rules.periods import PeriodState, period_state
from pages.enums.campaigns import CampaignState

STATES = {
    PeriodState.COMING: CampaignState.PLANNED,
    PeriodState.IN_FORCE: CampaignState.RUNNING,
    PeriodState.OVER: CampaignState.ENDED,
}


def campaign_state(*, starts_on: date, ends_on: date, on: date) -> CampaignState:
    """The state on the day `on` of a campaign that runs on both its first and its last day."""
    return STATES[period_state(starts_on=starts_on, ends_on=ends_on, on=on)]


def campaigns_in(state: str, *, on: date) -> Q:
    """The condition that says of rows what `campaign_state` says of one."""
    return {
        CampaignState.PLANNED: Q(starts_on__gt=on),
        CampaignState.RUNNING: Q(starts_on__lte=on, ends_on__gte=on),
        CampaignState.ENDED: Q(ends_on__lt=on),
    }[CampaignState(state)]


def period_obstacles(*, starts_on: date | None, ends_on: date | None) -> dict[str, str]:
    """What the campaign's dates lack, by field."""
    missing = _("Diga cuándo: de las fechas depende que figure como planificada, en curso o finalizada.")
    obstacles = {name: missing for name, day in (("starts_on", starts_on), ("ends_on", ends_on)) if day is None}
    if starts_on and ends_on and ends_on < starts_on:
        obstacles["ends_on"] = _("Termina antes de empezar: corrija una de las dos fechas.")
    return obstacles


def results_obstacle(*, ends_on: date, on: date) -> str:
    """Why results may not be told on the day `on`; blank once the campaign ended."""
    if on > ends_on:
        return ""
    return _("Los resultados son del cierre y la campaña termina el %(day)s: publíquelos después.") % {
        "day": f"{ends_on:%d/%m/%Y}"
    }
