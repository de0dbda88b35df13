from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitRequestProduct(models.Model):
    """A piece that was made, or chosen, to answer a request."""

    request = models.ForeignKey("pages.UnitRequest", on_delete=models.CASCADE, related_name="products")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("pieza"), on_delete=models.CASCADE, related_name="answered_requests"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(_("cuándo"))

    class Meta:
        verbose_name = _("producto de una solicitud")
        verbose_name_plural = _("productos de una solicitud")
        ordering = ["pk"]
        default_permissions: tuple[str, ...] = ()
        constraints = [models.UniqueConstraint(fields=["request", "page"], name="pages_request_product_once")]

    def __str__(self) -> str:
        return str(self.page)
