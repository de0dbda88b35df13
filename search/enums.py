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
