from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from headless.webhooks.enums import Outcome
from headless.webhooks.models.deliveries import WebhookDelivery


class WebhookAttempt(models.Model):
    """One time that a delivery was sent: what was asked and answered, each cut at two thousand characters.

    No signature is kept, nor any header of the answer but the few that explain it. Retention: its delivery's.
    """

    delivery = models.ForeignKey(
        WebhookDelivery, verbose_name=_("entrega"), on_delete=models.CASCADE, related_name="tries"
    )
    at = models.DateTimeField(_("cuándo"))
    outcome = models.CharField(_("resultado"), max_length=12, choices=Outcome)
    status = models.PositiveSmallIntegerField(_("código HTTP"), null=True, blank=True)
    milliseconds = models.PositiveIntegerField(_("tardó, en milésimas de segundo"))
    request = models.TextField(_("lo que se envió"))
    response = models.TextField(_("lo que respondió"), blank=True)

    class Meta:
        verbose_name = _("intento")
        verbose_name_plural = _("intentos")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="headless_attempt_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.status or '—'})"
