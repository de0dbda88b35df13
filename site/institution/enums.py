"""States and kinds that the institution's rows may have."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The groups of people; the value is the group's name in the database."""

    WRITING = "Redacción", _("Redacción")
    HEAD = "Jefatura de Imagen", _("Jefatura de Imagen")
    PROTOCOL = "Protocolo", _("Protocolo")
    PRESS = "Prensa", _("Prensa")
    PLANNING = "Planificación", _("Planificación")
    UNIT = "Unidad orgánica", _("Unidad orgánica")
    ADMINISTRATION = "Administración", _("Administración")


class MailState(models.TextChoices):
    """How a message stands in the queue."""

    QUEUED = "queued", _("En cola")
    SENT = "sent", _("Enviado")
    FAILED = "failed", _("Falló")


class LongTaskState(models.TextChoices):
    """How far a long task is."""

    WAITING = "waiting", _("En espera")
    RUNNING = "running", _("En marcha")
    DONE = "done", _("Terminada")
    FAILED = "failed", _("Falló")


class UnitKind(models.TextChoices):
    """Whether a unit stands in the ROF's structure or works inside one that does."""

    ORGANIC = "organic", _("Unidad orgánica")
    FUNCTIONAL = "functional", _("Unidad funcional")


class OrganLevel(models.TextChoices):
    """Kinds of organ that a ROF distinguishes (D.S. 054-2018-PCM, art. 45 and following)."""

    GOVERNMENT = "government", _("Órgano de gobierno")
    HIGH_DIRECTION = "high_direction", _("Alta dirección")
    CONTROL = "control", _("Órgano de control")
    CONSULTATIVE = "consultative", _("Órgano consultivo")
    LEGAL_DEFENCE = "legal_defence", _("Defensa jurídica")
    ADVISORY = "advisory", _("Órgano de asesoramiento")
    SUPPORT = "support", _("Órgano de apoyo")
    LINE = "line", _("Órgano de línea")
    DECENTRALISED = "decentralised", _("Órgano desconcentrado")


class SocialNetwork(models.TextChoices):
    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    X = "x", "X"
    TIKTOK = "tiktok", "TikTok"
    YOUTUBE = "youtube", "YouTube"
    LINKEDIN = "linkedin", "LinkedIn"
    WHATSAPP = "whatsapp", "WhatsApp"


class PhoneKind(models.TextChoices):
    SWITCHBOARD = "switchboard", _("Central telefónica")
    PRESS = "press", _("Prensa")
    EMERGENCY = "emergency", _("Emergencias")
    WHATSAPP = "whatsapp", "WhatsApp"
    OTHER = "other", _("Otro")


class Licence(models.TextChoices):
    """On what terms others may use a picture."""

    MUNICIPALITY = "municipality", _("Todos los derechos de la municipalidad")
    CC_BY = "cc-by-4.0", _("Creative Commons Atribución 4.0 (CC BY 4.0)")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Atribución-CompartirIgual 4.0 (CC BY-SA 4.0)")
    PUBLIC_DOMAIN = "cc0", _("Dominio público (CC0)")
    THIRD_PARTY = "third-party", _("Cedida por un tercero, con permiso")


class PeopleShown(models.TextChoices):
    """Who can be recognised in a picture; blank while nobody has said."""

    NOBODY = "nobody", _("Nadie")
    CROWD = "crowd", _("Público que no se puede identificar")
    ADULTS = "adults", _("Personas adultas reconocibles")
    MINORS = "minors", _("Menores de edad reconocibles")


class Consent(models.TextChoices):
    """Whether the people pictured agreed to be published."""

    NOT_NEEDED = "not_needed", _("No hace falta")
    PENDING = "pending", _("Pendiente: todavía no se publica")
    GIVEN = "given", _("Otorgado")
    WITHDRAWN = "withdrawn", _("Retirado: ya no se publica")
