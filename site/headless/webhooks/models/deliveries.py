import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from headless.webhooks.enums import DeliveryState
from headless.webhooks.models.subscriptions import WebhookSubscription

# A worker that dies midway leaves what it was sending to the next one after this long, longer than any attempt takes.
TAKEN_FOR = timedelta(minutes=2)


class WebhookDeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    def waiting(self) -> Self:
        return self.filter(state=DeliveryState.WAITING)

    def dead(self) -> Self:
        return self.filter(state=DeliveryState.DEAD)

    def lanes(self, at: datetime) -> Sequence[int]:
        """The subscriptions for which something may be sent, whoever waits longest first."""
        open_to_it = Q(subscription__off_reason="") | Q(sequence__isnull=True)
        due = self.waiting().filter(open_to_it, next_at__lte=at)
        return list(due.values_list("subscription", flat=True).annotate(since=models.Min("next_at")).order_by("since"))

    def next_for(self, subscription: int, at: datetime) -> "WebhookDelivery | None":
        """What is to be sent to a receiver now: the first in line, or what stepped aside; None if neither is due."""
        waiting = self.waiting().filter(subscription=subscription).select_related("subscription")
        enabled = waiting.filter(subscription__off_reason="")
        first = enabled.filter(aside=False, sequence__isnull=False).order_by("sequence").first()
        if first and first.next_at <= at:
            return first
        beside = enabled.filter(aside=True) | waiting.filter(sequence__isnull=True)
        return beside.filter(next_at__lte=at).order_by("next_at", "pk").first()

    def again(self, *, at: datetime) -> int:
        """Put them in line as if they were new; how many. The attempts that were made stay in the log."""
        return self.update(
            state=DeliveryState.WAITING, aside=False, attempts=0, next_at=at, first_tried_at=None, concluded_at=None
        )

    def older_than(self, at: datetime) -> Self:
        """What was concluded, or queued and never sent, before the instant."""
        return self.alias(since=Coalesce("concluded_at", "created_at")).filter(since__lt=at)


class WebhookDelivery(models.Model):
    """A message to a receiver: the same identifier and the same body at every attempt.

    `sequence` is the number of the change that it tells of, none for a trial. `next_at` is when it may be sent; who
    takes it moves it on, so that no other process sends it meanwhile. What stands `aside` no longer holds what follows.
    Retention: see `headless.webhooks.actions.erase_deliveries`.
    """

    subscription = models.ForeignKey(
        WebhookSubscription, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="deliveries"
    )
    uid = models.UUIDField(_("identificador"), unique=True, default=uuid4, editable=False)
    sequence = models.BigIntegerField(_("número del cambio"), null=True, blank=True)
    event = models.CharField(_("aviso"), max_length=40)
    item_type = models.CharField(_("recurso"), max_length=40, blank=True)
    item_key = models.BigIntegerField(_("id del elemento"), null=True, blank=True)
    body = models.TextField(_("contenido"))
    state = models.CharField(_("estado"), max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveIntegerField(_("intentos"), default=0)
    aside = models.BooleanField(_("deja pasar a las siguientes"), default=False)
    next_at = models.DateTimeField(_("próximo intento"))
    first_tried_at = models.DateTimeField(_("primer intento"), null=True, blank=True)
    concluded_at = models.DateTimeField(_("entregada o dada por perdida"), null=True, blank=True)
    created_at = models.DateTimeField(_("en cola desde"), db_index=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entrega")
        verbose_name_plural = _("entregas")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("redeliver_webhookdelivery", _("Puede volver a entregar lo que avisa un webhook"))]
        indexes = [
            models.Index(fields=["subscription", "state", "sequence"], name="headless_delivery_line"),
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="headless_delivery_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["subscription", "sequence"], name="headless_delivery_once"),
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="headless_delivery_state"),
            models.CheckConstraint(
                condition=Q(state=DeliveryState.WAITING, concluded_at__isnull=True)
                | (~Q(state=DeliveryState.WAITING) & Q(concluded_at__isnull=False)),
                name="headless_delivery_concluded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.item_type} {self.item_key or ''}".strip()

    @property
    def message(self) -> str:
        """What receivers know it by: if it comes twice, they act once."""
        return f"msg_{self.uid.hex}"

    @property
    def data(self) -> dict[str, Any]:
        """What it says of the item that changed."""
        return json.loads(self.body)["data"]

    @property
    def is_trial(self) -> bool:
        return self.sequence is None

    def take(self, *, at: datetime) -> bool:
        """Whether it is now the caller's to send; False if another process took it or ended it first."""
        mine = WebhookDelivery.objects.waiting().filter(pk=self.pk, attempts=self.attempts, next_at__lte=at)
        first = Coalesce("first_tried_at", models.Value(at, output_field=models.DateTimeField()))
        if not mine.update(attempts=F("attempts") + 1, next_at=at + TAKEN_FOR, first_tried_at=first):
            return False
        self.attempts, self.first_tried_at = self.attempts + 1, self.first_tried_at or at
        return True
