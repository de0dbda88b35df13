from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.models.secret_links import SecretLink


class PreviewLink(SecretLink):
    """A way for one journalist to read an embargoed note; it expires, can be revoked and counts its openings."""

    page = models.ForeignKey(
        "pages.NewsPage", verbose_name=_("nota"), on_delete=models.CASCADE, related_name="preview_links"
    )
    recipient = models.CharField(_("para quién"), max_length=150, help_text=_("Medio o periodista que la recibirá."))

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
