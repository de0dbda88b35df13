from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class UnitRequestLinkQuerySet(models.QuerySet["UnitRequestLink"]):
    def usable(self, *, at: datetime) -> "UnitRequestLinkQuerySet":
        """The links that open something at `at`: neither expired nor revoked."""
        return self.filter(expires_at__gt=at, revoked_at__isnull=True)


class UnitRequestLink(models.Model):
    """A private way for a unit to review one request without an account; it expires and can be revoked.

    Only a digest of the address' secret is kept: who reads the database can't open the request with it.
    """

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("creado por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("creado"))
    expires_at = models.DateTimeField(_("vence"))
    revoked_at = models.DateTimeField(_("revocado"), null=True, blank=True)

    objects = UnitRequestLinkQuerySet.as_manager()

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

    def opens(self, *, at: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > at


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
