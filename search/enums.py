"""Kinds that this room's rows may have."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BetMatch(TextChoices):
    """When what was typed calls for a best bet."""

    WHOLE = "whole", _("Solo cuando buscan exactamente eso")
    WITHIN = "within", _("También cuando esas palabras son parte de una pregunta más larga")


class UseView(TextChoices):
    """What the report of searches shows."""

    ALL = "", _("Lo más buscado")
    EMPTY = "empty", _("Sin resultado")
    FEW_CLICKS = "few-clicks", _("Con pocos clics")
    CORRECTED = "corrected", _("Corregidas al buscar")


class IndexState(TextChoices):
    """Where an index of the cluster is in its life."""

    FILLING = "filling", _("Llenándose")
    SERVING = "serving", _("Atendiendo")


class TextState(TextChoices):
    """What came of reading the text inside a document."""

    WAITING = "waiting", _("En espera: se lee en unos minutos")
    READ = "read", _("Se busca en todo su texto")
    PARTIAL = "partial", _("Se busca solo en sus primeras páginas: es muy largo")
    NO_TEXT = "no_text", _("No tiene texto: parece escaneado como imagen")
    ENCRYPTED = "encrypted", _("No se pudo leer: tiene contraseña")
    BROKEN = "broken", _("No se pudo leer: está dañado o no es lo que dice su nombre")
    TOO_HEAVY = "too_heavy", _("No se leyó: es demasiado pesado")
    OTHER_KIND = "other_kind", _("No se lee por dentro: solo los PDF y los Word (.docx)")

    @property
    def has_text(self) -> bool:
        return self in (TextState.READ, TextState.PARTIAL)
