"""What a unit's request to the office may ask for, and how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    """How far a request has come, in the order of the work."""

    RECEIVED = "received", _("Recibida")
    ACCEPTED = "accepted", _("Aceptada")
    PRODUCTION = "production", _("En producción")
    REVIEW = "review", _("En revisión de la unidad")
    APPROVED = "approved", _("Aprobada por la unidad")
    PUBLISHED = "published", _("Publicada")
    RETURNED = "returned", _("Devuelta")
    DECLINED = "declined", _("Declinada")


CONCLUDED = (RequestState.PUBLISHED, RequestState.DECLINED)
WITH_REASON = (RequestState.RETURNED, RequestState.DECLINED)


class RequestFormat(models.TextChoices):
    """What the unit would like to be made."""

    NOTE = "note", _("Nota de prensa")
    POSTER = "poster", _("Afiche")
    FLYER = "flyer", _("Volante")
    SPOT = "spot", _("Spot de radio")
    VIDEO = "video", _("Video")
    NETWORKS = "networks", _("Publicación en redes")
    EVENT = "event", _("Evento en la agenda")
    STREAMING = "streaming", _("Transmisión en vivo")
    PHOTOGRAPHS = "photographs", _("Cobertura fotográfica")
    OTHER = "other", _("Otro")


class RequestSide(models.TextChoices):
    """The two who talk about a request."""

    OFFICE = "office", _("Oficina de Imagen")
    UNIT = "unit", _("Unidad")
