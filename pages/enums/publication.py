"""What a piece says of itself when it is published."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalloutKind(models.TextChoices):
    INFO = "info", _("Información")
    WARNING = "warning", _("Atención")
    SUCCESS = "success", _("Buena noticia")


class PublicityGround(models.TextChoices):
    """The only grounds on which the State may carry publicity during an election (Ley 26859, art. 192)."""

    NECESSITY = "necessity", _("Impostergable necesidad")
    PUBLIC_UTILITY = "public_utility", _("Utilidad pública")


class PublicityMedium(models.TextChoices):
    """Where the publicity is carried: radio and television need an authorisation, the rest a report."""

    RADIO_TV = "radio_tv", _("Radio o televisión")
    OTHER = "other", _("Otros medios (portal, redes, impresos)")


class PublicityOutcome(models.TextChoices):
    """What became of an attempt to publish publicity during an election."""

    ALLOWED = "allowed", _("Publicada")
    REFUSED = "refused", _("Rechazada")
