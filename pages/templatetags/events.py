"""When an event takes place, as its templates tell it."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from pages.linked_data.events import event_data
from pages.models import EventPage
from pages.rules.event_words import span_words
from pages.templatetags.linked_data import as_script

register = template.Library()


@register.filter
def span(time: Any) -> str:
    """The time of an occurrence, in words."""
    return span_words(time.starts_at, time.ends_at, all_day=time.all_day)


@register.filter
def original_span(time: Any) -> str:
    """When a moved occurrence was first to take place."""
    return span_words(time.original_start, time.original_start + (time.ends_at - time.starts_at), all_day=time.all_day)


@register.filter
def shown_span(event: EventPage) -> str:
    """The time that a list shows of the event."""
    return span_words(event.shown_start, event.shown_end, all_day=event.shown_all_day)


@register.simple_tag(takes_context=True)
def event_linked_data(context: template.Context, event: EventPage) -> SafeString:
    """The event's next times, each as an Event."""
    data = event_data(event, context["times"], context["institution"], context["request"])
    return as_script({"@context": "https://schema.org", "@graph": data})
