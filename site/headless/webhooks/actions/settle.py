"""Noting what came of an attempt: delivered, tried again later, or given up."""

import random
from datetime import datetime

from django.db import transaction

from headless.webhooks.actions.switch import switch_off
from headless.webhooks.actions.tell_owner import tell_of_loss, warn_owner
from headless.webhooks.enums import DeliveryState, Outcome, SwitchedOff
from headless.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from headless.webhooks.rules.retries import WARNED_AFTER, is_given_up, pause_after, steps_aside
from headless.webhooks.sending import Letter, Reply


@transaction.atomic
def settle(*, delivery: WebhookDelivery, letter: Letter, reply: Reply, at: datetime) -> bool:
    """Note what came of the attempt that the caller took the delivery for; whether the receiver accepted it.

    An acceptance counts whenever it is heard; a failure only if nobody tried again meanwhile.
    """
    subscription = WebhookSubscription.objects.select_for_update().filter(pk=delivery.subscription_id).first()
    if subscription is None or not WebhookDelivery.objects.filter(pk=delivery.pk).exists():
        return False  # deleted meanwhile
    _log(delivery, letter, reply, at)
    if reply.outcome == Outcome.ACCEPTED:
        _accept(delivery, subscription, at)
    elif not _overtaken(delivery):
        _fail(delivery, subscription, reply, at)
    return reply.outcome == Outcome.ACCEPTED


def _log(delivery: WebhookDelivery, letter: Letter, reply: Reply, at: datetime) -> None:
    heard = {"outcome": reply.outcome, "status": reply.status, "response": reply.response}
    WebhookAttempt.objects.create(
        delivery=delivery, at=at, request=letter.told, milliseconds=reply.milliseconds, **heard
    )


def _accept(delivery: WebhookDelivery, subscription: WebhookSubscription, at: datetime) -> None:
    _conclude(delivery, DeliveryState.DELIVERED, at)
    if not delivery.is_trial:
        subscription.failing_since, subscription.accepted_at = None, at
        subscription.save(update_fields=["failing_since", "accepted_at"])


def _overtaken(delivery: WebhookDelivery) -> bool:
    """Whether it was ended, or taken by another, while this attempt lasted."""
    return not WebhookDelivery.objects.waiting().filter(pk=delivery.pk, attempts=delivery.attempts).exists()


def _fail(delivery: WebhookDelivery, subscription: WebhookSubscription, reply: Reply, at: datetime) -> None:
    if delivery.is_trial:
        _conclude(delivery, DeliveryState.DEAD, at)
        return
    last = is_given_up(first_tried_at=delivery.first_tried_at or at, at=at)
    if last:
        _conclude(delivery, DeliveryState.DEAD, at)
    else:
        _put_off(delivery, reply, at)
    _blame(subscription, reply, at=at, last=last)


def _put_off(delivery: WebhookDelivery, reply: Reply, at: datetime) -> None:
    pause = pause_after(delivery.attempts, chance=random.random(), asked=reply.asked)  # noqa: S311 - no secret
    aside = delivery.aside or steps_aside(reply.outcome, attempts=delivery.attempts)
    WebhookDelivery.objects.filter(pk=delivery.pk).update(next_at=at + pause, aside=aside)


def _blame(subscription: WebhookSubscription, reply: Reply, *, at: datetime, last: bool) -> None:
    """Note since when the receiver accepts nothing; tell its owner after a day, and send it no more after three."""
    if subscription.failing_since is None:
        subscription.failing_since = at
        subscription.save(update_fields=["failing_since"])
    if reply.outcome == Outcome.GONE:
        switch_off(subscription=subscription, reason=SwitchedOff.GONE, by=None, at=at)
    elif last and is_given_up(first_tried_at=subscription.failing_since, at=at):
        switch_off(subscription=subscription, reason=SwitchedOff.FAILING, by=None, at=at)
    elif last:
        tell_of_loss(subscription=subscription, at=at)
    elif at - subscription.failing_since >= WARNED_AFTER:
        warn_owner(subscription=subscription, at=at)


def _conclude(delivery: WebhookDelivery, state: DeliveryState, at: datetime) -> None:
    WebhookDelivery.objects.filter(pk=delivery.pk).update(state=state, concluded_at=at)
