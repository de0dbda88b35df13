"""Where the office spreads what it publishes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DiffusionChannel(models.TextChoices):
    """How something reached people outside the portal."""

    RADIO = "radio", _("Radio")
    LOUDSPEAKER = "loudspeaker", _("Perifoneo")
    MURAL = "mural", _("Mural")
    NETWORKS = "networks", _("Redes sociales")
    WHATSAPP = "whatsapp", _("WhatsApp")
    PRINT = "print", _("Impreso")
    OTHER = "other", _("Otro")
