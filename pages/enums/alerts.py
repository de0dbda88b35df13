"""How grave an alert is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AlertSeverity(models.TextChoices):
    """From what is good to know to what endangers people; the gravest is told first."""

    INFO = "info", _("Información")
    WARNING = "warning", _("Aviso")
    DANGER = "danger", _("Peligro")
