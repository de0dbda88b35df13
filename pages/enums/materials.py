"""What is made to be given away, how far it is, and what it is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MaterialKind(models.TextChoices):
    """What a material is; each asks for what its readers need (`pages.rules.materials`)."""

    BULLETIN = "bulletin", _("Boletín")
    MAGAZINE = "magazine", _("Revista")
    POSTER = "poster", _("Afiche")
    FLYER = "flyer", _("Volante")
    INFOGRAPHIC = "infographic", _("Infografía")
    AUDIO_SPOT = "audio_spot", _("Spot de audio")
    VIDEO = "video", _("Video")
    REPORT = "report", _("Memoria")
    PRESENTATION = "presentation", _("Presentación")
    BRAND_MANUAL = "brand_manual", _("Manual de identidad")


class Production(models.TextChoices):
    """How far a material is, from the words to the paper or the portal."""

    MANUSCRIPT = "manuscript", _("Manuscrito")
    DESIGN = "design", _("En diseño")
    APPROVED = "approved", _("Aprobado")
    PRINTED = "printed", _("Impreso")
    PUBLISHED = "published", _("Publicado")


class Purpose(models.TextChoices):
    """What one presentation of a material is for."""

    PRINT = "print", _("Para imprimir")
    SCREEN = "screen", _("Para ver en pantalla")


class PdfState(models.TextChoices):
    """What came of opening a PDF."""

    READ = "read", _("Leído")
    ENCRYPTED = "encrypted", _("Protegido con contraseña")
    BROKEN = "broken", _("Dañado")
    TOO_HEAVY = "too_heavy", _("Demasiado pesado para leerlo")
