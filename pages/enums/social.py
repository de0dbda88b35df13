"""Social kits: what a kit is of, how a post stands, what its cards are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KitKind(models.TextChoices):
    """What a kit tells of."""

    PIECE = "piece", _("Pieza publicada")
    GREETING = "greeting", _("Saludo")
    CONDOLENCE = "condolence", _("Condolencia")
    NOTICE = "notice", _("Comunicado")


class PostState(models.TextChoices):
    """How a post stands. A scheduled one whose time came is as good as approved: no job has to run."""

    DRAFT = "draft", _("Borrador")
    APPROVED = "approved", _("Aprobada")
    SCHEDULED = "scheduled", _("Programada")
    POSTED = "posted", _("Publicada")
    FAILED = "failed", _("Falló")


class CardKind(models.TextChoices):
    """What a card shows."""

    TITLE = "title", _("Tarjeta con el título")
    QUOTE = "quote", _("Tarjeta con la cita")
    PHOTO = "photo", _("Solo la foto")
    NONE = "none", _("Sin imagen")


class CardShape(models.TextChoices):
    """The shape of a card; its size in pixels is `SIZES`."""

    FEED = "feed", _("Vertical")
    SQUARE = "square", _("Cuadrada")
    STORY = "story", _("Historia")
    LINK = "link", _("Enlace")
    LINKEDIN = "linkedin", _("Enlace de LinkedIn")
    WIDE = "wide", _("Apaisada")
    THUMBNAIL = "thumbnail", _("Miniatura de video")


SIZES: dict[CardShape, tuple[int, int]] = {
    CardShape.FEED: (1080, 1350),
    CardShape.SQUARE: (1080, 1080),
    CardShape.STORY: (1080, 1920),
    CardShape.LINK: (1200, 630),
    CardShape.LINKEDIN: (1200, 627),
    CardShape.WIDE: (1600, 900),
    CardShape.THUMBNAIL: (1280, 720),
}


class ReportOutcome(models.TextChoices):
    """What a tool tells of a post."""

    POSTED = "posted", _("Publicada")
    FAILED = "failed", _("Falló")
