"""How the states of webhooks are told in a word and a colour."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from headless.webhooks.enums import DeliveryState, Outcome
from headless.webhooks.forms import event_choices, type_choices
from headless.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from institution.admin.tags import Tone, tag

DELIVERY_TONES = {
    DeliveryState.WAITING: Tone.WAITING,
    DeliveryState.DELIVERED: Tone.GOOD,
    DeliveryState.DEAD: Tone.STOPPED,
}
ALL = gettext_lazy("todos")


def state_tag(subscription: WebhookSubscription) -> SafeString:
    """Whether it is sent anything, and whether that arrives."""
    if not subscription.enabled:
        return tag(_("Suspendido"), Tone.STOPPED)
    if subscription.failing_since:
        return tag(_("Con fallas"), Tone.WAITING)
    return tag(_("Activo"), Tone.GOOD)


def delivery_tag(delivery: WebhookDelivery) -> SafeString:
    state = DeliveryState(delivery.state)
    return tag(str(state.label).capitalize(), DELIVERY_TONES[state])


def outcome_tag(attempt: WebhookAttempt) -> SafeString:
    """What came of an attempt, with the status if there was an answer."""
    word = Outcome(attempt.outcome).label
    told = f"{word} ({attempt.status})" if attempt.status else str(word)
    return tag(told, Tone.GOOD if attempt.outcome == Outcome.ACCEPTED else Tone.STOPPED)


def events_told(subscription: WebhookSubscription) -> list[str]:
    """The kinds of change that it is told of, in words."""
    return [label for value, label in event_choices() if value in subscription.events]


def types_told(subscription: WebhookSubscription) -> str:
    """The resources whose changes it is told of, in words."""
    titles = dict(type_choices())
    return ", ".join(titles.get(name, name) for name in subscription.types) or str(ALL)
