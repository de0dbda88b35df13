from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from institution.models.files import unguessable_name
from pages.enums import RequestSide
from pages.models.unit_request_moves import author_name


class UnitRequestMessage(models.Model):
    """What one side told the other about a request."""

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="messages")
    side = models.CharField(_("parte"), max_length=6, choices=RequestSide)
    author_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    signed = models.CharField(_("firma"), max_length=100, blank=True)
    text = models.TextField(_("mensaje"), max_length=4_000)
    sent_at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("mensaje de una solicitud")
        verbose_name_plural = _("mensajes de una solicitud")
        ordering = ["sent_at", "pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.CheckConstraint(condition=Q(side__in=RequestSide.values), name="pages_request_message_side_known"),
            models.CheckConstraint(condition=~Q(text=""), name="pages_request_message_says"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def author(self) -> str:
        return author_name(user=self.author_user, signed=self.signed, side=RequestSide(self.side))


def file_name(instance: Any, filename: str) -> str:
    """Outside what the portal serves: who may see the request is asked before each download."""
    return unguessable_name("solicitudes", filename)


class UnitRequestFile(models.Model):
    """A file that one side gave the other, with the request or in a message."""

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="files")
    message = models.ForeignKey(
        UnitRequestMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="files"
    )
    side = models.CharField(_("parte"), max_length=6, choices=RequestSide)
    file = models.FileField(_("archivo"), upload_to=file_name)
    name = models.CharField(_("nombre"), max_length=150)
    size = models.PositiveBigIntegerField(_("tamaño en bytes"))
    added_at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("archivo de una solicitud")
        verbose_name_plural = _("archivos de una solicitud")
        ordering = ["pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.CheckConstraint(condition=Q(side__in=RequestSide.values), name="pages_request_file_side_known")
        ]

    def __str__(self) -> str:
        return self.name
