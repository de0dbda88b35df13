"""What may be wrong with a link."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkFault(models.TextChoices):
    """Why a link leads nowhere."""

    HIDDEN_PAGE = "hidden_page", _("La página no está publicada o ya no existe")
    MISSING_FILE = "missing_file", _("El archivo ya no existe")
    NOT_FOUND = "not_found", _("El otro sitio dice que no existe")
    SERVER = "server", _("El otro sitio falla")
    UNREACHABLE = "unreachable", _("No responde o su nombre no existe")
    INSECURE = "insecure", _("Su certificado no es válido")
    FORBIDDEN = "forbidden", _("Lleva a una dirección interna o que no se puede abrir")
