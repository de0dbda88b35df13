from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.models.secret_links import SecretLink


class UnitRequestLink(SecretLink):
    """A private way for a unit to review one request without an account; it expires and can be revoked."""

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="links")

    class Meta:
        verbose_name = _("enlace privado de una solicitud")
        verbose_name_plural = _("enlaces privados de una solicitud")
        ordering = ["-created_at", "-pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="pages_request_link_expires_after_creation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.request}"


class UnitRequestOpening(models.Model):
    """One time that a private link was opened. Only the instant is kept."""

    link = models.ForeignKey(UnitRequestLink, on_delete=models.CASCADE, related_name="openings")
    opened_at = models.DateTimeField(_("abierto"))

    class Meta:
        verbose_name = _("apertura de un enlace")
        verbose_name_plural = _("aperturas de enlaces")
        ordering = ["-opened_at", "-pk"]
        default_permissions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return str(self.opened_at)
