"""When an alert may stand, and how it stands at an instant."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = timedelta(days=60)


class AlertState(models.TextChoices):
    """How a published alert stands at an instant."""

    COMING = "coming", _("Programada")
    ACTIVE = "active", _("Activa")
    OVER = "over", _("Terminada")


def alert_state(*, starts_at: datetime, ends_at: datetime, at: datetime) -> AlertState:
    """Active from its start, included, to its end, excluded."""
    if at < starts_at:
        return AlertState.COMING
    return AlertState.ACTIVE if at < ends_at else AlertState.OVER


def span_fault(*, starts_at: datetime, ends_at: datetime) -> str:
    """What is wrong with when an alert starts and ends; blank when nothing is."""
    if ends_at <= starts_at:
        return str(_("Termina antes de empezar: corrija una de las dos horas."))
    if ends_at - starts_at > LONGEST:
        return str(_("Un aviso dura 60 días como máximo: si sigue vigente después, publíquelo otra vez."))
    return ""
