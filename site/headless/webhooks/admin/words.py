"""How webhooks and what they send are told to people: in a word and a colour, or in a sentence."""

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from headless.enums import ChangeKind
from headless.webhooks.enums import DeliveryState, Outcome, WebhookState
from headless.webhooks.forms import event_choices, type_choices
from headless.webhooks.messages import event_of
from headless.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookSubscription
from institution.admin.tags import Tone, tag

STATE_TONES = {
    WebhookState.ACTIVE: Tone.GOOD,
    WebhookState.FAILING: Tone.WAITING,
    WebhookState.OFF: Tone.STOPPED,
}
DELIVERY_TONES = {
    DeliveryState.WAITING: Tone.WAITING,
    DeliveryState.DELIVERED: Tone.GOOD,
    DeliveryState.DEAD: Tone.STOPPED,
}
KINDS = {event_of(kind): kind for kind in ChangeKind}


def state_tag(subscription: WebhookSubscription) -> SafeString:
    """Whether it is sent anything, and whether that arrives."""
    return tag(capfirst(subscription.state.label), STATE_TONES[subscription.state])


def delivery_tag(delivery: WebhookDelivery) -> SafeString:
    state = DeliveryState(delivery.state)
    return tag(capfirst(state.label), DELIVERY_TONES[state])


def outcome_tag(attempt: WebhookAttempt) -> SafeString:
    """What came of an attempt, with the status if there was an answer."""
    word = capfirst(Outcome(attempt.outcome).label)
    told = f"{word} ({attempt.status})" if attempt.status else word
    return tag(told, Tone.GOOD if attempt.outcome == Outcome.ACCEPTED else Tone.STOPPED)


def what_it_tells(delivery: WebhookDelivery) -> str:
    """What happened to what, as «Se publicó: feria-del-queso (Noticias)»."""
    if delivery.is_trial:
        return _("Prueba")
    happened = capfirst(KINDS[delivery.event].label)
    item = delivery.data["slug"] or str(delivery.item_key)
    return f"{happened}: {item} ({dict(type_choices()).get(delivery.item_type, delivery.item_type)})"


def events_told(subscription: WebhookSubscription) -> list[str]:
    """The kinds of change that it is told of, in words."""
    told = [label for value, label in event_choices() if value in subscription.events]
    return told if len(told) < len(ChangeKind) else [_("todo lo que le pasa a lo público")]


def types_told(subscription: WebhookSubscription) -> str:
    """The resources whose changes it is told of, in words."""
    titles = dict(type_choices())
    return ", ".join(titles.get(name, name) for name in subscription.types) or _("todos")
