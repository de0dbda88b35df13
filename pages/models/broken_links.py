from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import LinkFault


class BrokenLink(models.Model):
    """A link of something published that leads nowhere, as the last check found it."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("página"), on_delete=models.CASCADE, related_name="broken_links"
    )
    target = models.CharField(_("enlace"), max_length=500)
    fault = models.CharField(_("qué pasa"), max_length=12, choices=LinkFault)
    since = models.DateTimeField(_("desde"))
    checked_at = models.DateTimeField(_("revisado"))

    class Meta:
        verbose_name = _("enlace roto")
        verbose_name_plural = _("enlaces rotos")
        ordering = ["-since", "pk"]
        default_permissions = ("view",)
        permissions = [("check_links", _("Puede revisar los enlaces del portal"))]
        constraints = [
            models.UniqueConstraint(fields=["page", "target"], name="pages_broken_link_once_a_page"),
            models.CheckConstraint(condition=Q(fault__in=LinkFault.values), name="pages_broken_link_fault_known"),
        ]

    def __str__(self) -> str:
        return self.target


class OutsideLink(models.Model):
    """An address of another site that something published leads to, and when it was last asked for."""

    address = models.CharField(_("dirección"), max_length=500, unique=True)
    fault = models.CharField(_("qué pasa"), max_length=12, choices=LinkFault, blank=True)
    checked_at = models.DateTimeField(_("revisada"), null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("enlace a otro sitio")
        verbose_name_plural = _("enlaces a otros sitios")
        ordering = [F("checked_at").asc(nulls_first=True), "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(fault="") | Q(fault__in=LinkFault.values, checked_at__isnull=False),
                name="pages_outside_link_fault_known",
            )
        ]

    def __str__(self) -> str:
        return self.address
