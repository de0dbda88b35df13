from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet):
    def usable(self, *, at: datetime) -> "PreviewLinkQuerySet":
        """The links that open something at `at`: neither expired nor revoked."""
        return self.filter(expires_at__gt=at, revoked_at__isnull=True)


class PreviewLink(models.Model):
    """A way for one journalist to read an embargoed note; it expires, can be revoked and counts its openings.

    Only a digest of the address' secret is kept: who reads the database can't open the note with it.
    """

    page = models.ForeignKey(
        "pages.NewsPage", verbose_name=_("nota"), on_delete=models.CASCADE, related_name="preview_links"
    )
    recipient = models.CharField(_("para quién"), max_length=150, help_text=_("Medio o periodista que la recibirá."))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("creado por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("creado"))
    expires_at = models.DateTimeField(_("vence"))
    revoked_at = models.DateTimeField(_("revocado"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("enlace de vista previa")
        verbose_name_plural = _("enlaces de vista previa")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="pages_link_expires_later")
        ]

    def __str__(self) -> str:
        return f"{self.page} → {self.recipient}"


class PreviewOpening(models.Model):
    """One opening of a preview link: when, and from which browser (no address is kept: Ley 29733, minimum data)."""

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="openings")
    opened_at = models.DateTimeField(_("abierto"))
    user_agent = models.CharField(_("navegador"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("apertura")
        verbose_name_plural = _("aperturas")
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return f"{self.link}, {self.opened_at}"
