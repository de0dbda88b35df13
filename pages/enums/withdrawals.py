"""Why things leave the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WithdrawalReason(models.TextChoices):
    """Why something that people had seen is no longer public."""

    EXPIRED = "expired", _("Venció")
    MISTAKE = "mistake", _("Se publicó por error")
    REPLACED = "replaced", _("La reemplaza otra")
    RESTRICTION = "restriction", _("Período de restricción electoral")
    OTHER = "other", _("Otro motivo")
    UNSTATED = "unstated", _("Sin especificar")
    DELETED = "deleted", _("Se eliminó")

    @classmethod
    def asked(cls) -> list[tuple[str, str]]:
        """What a person may answer: the last two are written by the program alone."""
        return [choice for choice in cls.choices if choice[0] not in (cls.UNSTATED, cls.DELETED)]
