"""States and kinds of campaigns."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignState(models.TextChoices):
    """How a campaign stands on a day; it follows from its dates and is never stored."""

    PLANNED = "planned", _("Planificada")
    RUNNING = "running", _("En curso")
    ENDED = "ended", _("Finalizada")


class PieceFormat(models.TextChoices):
    """What a campaign is told with."""

    POSTER = "poster", _("Afiche")
    AUDIO = "audio", _("Spot de audio")
    VIDEO = "video", _("Video")
    LEAFLET = "leaflet", _("Volante o díptico")
    SOCIAL_CARD = "social_card", _("Tarjeta para redes")
    OTHER = "other", _("Otro formato")
