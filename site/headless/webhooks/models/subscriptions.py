from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from headless.webhooks.enums import DeliveryState, SwitchedOff, WebhookState
from headless.webhooks.rules.receivers import fault_of
from headless.webhooks.signatures import new_seed

LONGEST_ADDRESS = 500


class WebhookSubscriptionQuerySet(models.QuerySet["WebhookSubscription"]):
    def enabled(self) -> Self:
        return self.filter(off_reason="")

    def in_state(self, state: WebhookState) -> Self:
        if state == WebhookState.OFF:
            return self.exclude(off_reason="")
        return self.enabled().filter(failing_since__isnull=state == WebhookState.ACTIVE)

    def behind(self, sequence: int) -> Self:
        """Those that are to be told of changes up to a number."""
        return self.enabled().filter(place__lt=sequence)

    def counted(self) -> Self:
        """With how many deliveries wait for each, and how many were given up."""
        waiting = Count("deliveries", filter=Q(deliveries__state=DeliveryState.WAITING))
        return self.annotate(waiting=waiting, dead=Count("deliveries", filter=Q(deliveries__state=DeliveryState.DEAD)))


class WebhookSubscription(models.Model):
    """A program that is told of changes as they happen.

    `place` is the number of the last change that was looked at for it. `events` are kinds of change; `types` names of
    resources, none meaning all. Purpose of `owner_email`: to tell whoever keeps the receiver that it fails; erased with
    the subscription.
    """

    description = models.CharField(_("para qué"), max_length=100)
    address = models.CharField(_("dirección"), max_length=LONGEST_ADDRESS)
    owner_email = models.EmailField(_("correo del responsable"))
    events = models.JSONField(_("qué se avisa"))
    types = models.JSONField(_("de qué recursos"), default=list, blank=True)
    place = models.BigIntegerField(_("hasta qué cambio se avisó"), default=0)
    seed = models.CharField(_("semilla del secreto"), max_length=50, default=new_seed, editable=False)
    old_seed = models.CharField(_("semilla del secreto anterior"), max_length=50, blank=True, editable=False)
    old_until = models.DateTimeField(_("el secreto anterior vale hasta"), null=True, blank=True)
    off_reason = models.CharField(_("por qué está suspendido"), max_length=10, choices=SwitchedOff, blank=True)
    off_at = models.DateTimeField(_("suspendido desde"), null=True, blank=True)
    failing_since = models.DateTimeField(_("falla desde"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("última entrega aceptada"), null=True, blank=True)
    created_at = models.DateTimeField(_("creado"))

    objects = WebhookSubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["description", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(address=""), name="headless_webhook_has_address"),
            models.CheckConstraint(condition=Q(place__gte=0), name="headless_webhook_place"),
            models.CheckConstraint(
                condition=Q(off_reason="", off_at__isnull=True)
                | Q(off_reason__in=SwitchedOff.values, off_at__isnull=False),
                name="headless_webhook_off_since",
            ),
            models.CheckConstraint(
                condition=Q(old_seed="", old_until__isnull=True) | (~Q(old_seed="") & Q(old_until__isnull=False)),
                name="headless_webhook_old_secret_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.description

    def clean(self) -> None:
        if self.address and (fault := fault_of(self.address, allowed=settings.WEBHOOK_ALLOWED)):
            raise ValidationError({"address": fault})

    @property
    def enabled(self) -> bool:
        return not self.off_reason

    @property
    def state(self) -> WebhookState:
        if self.off_reason:
            return WebhookState.OFF
        return WebhookState.FAILING if self.failing_since else WebhookState.ACTIVE

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def wants(self, *, kind: str, type: str) -> bool:
        """Whether it asked to be told of such a change of an item of a resource."""
        return kind in self.events and (not self.types or type in self.types)

    def seeds(self, at: datetime) -> list[str]:
        """The seeds of the secrets that it may know at an instant, the newest first."""
        old = bool(self.old_until and at < self.old_until)
        return [self.seed, self.old_seed] if old else [self.seed]
