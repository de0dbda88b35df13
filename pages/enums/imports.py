"""What becomes of what is brought in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportVerdict(models.TextChoices):
    """What became of a file that was brought in."""

    IMPORTED = "imported", _("Importada")
    REPEATED = "repeated", _("Ya estaba")
    REFUSED = "refused", _("No se pudo leer")
    ORPHAN = "orphan", _("Foto sin nota")
