"""Structured data inside a page: JSON-LD, escaped so that no text of an editor can close its script."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from pages.linked_data.notes import note_data, organisation_data, trail_data
from pages.models import NewsPage

register = template.Library()

ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def as_script(data: dict[str, Any]) -> SafeString:
    """A `<script type="application/ld+json">`; browsers don't run it, so the strict policy lets it be."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped above


@register.simple_tag(takes_context=True)
def note_linked_data(context: template.Context, note: NewsPage) -> SafeString:
    """The note as a NewsArticle."""
    return as_script(note_data(note, context["institution"], context["request"]))


@register.simple_tag(takes_context=True)
def organisation_linked_data(context: template.Context) -> SafeString:
    """The municipality as a GovernmentOrganization."""
    return as_script(organisation_data(context["institution"], context["request"]))


@register.simple_tag(takes_context=True)
def trail_linked_data(context: template.Context, steps: list[dict[str, str]], page: Page) -> SafeString:
    """The breadcrumbs as a BreadcrumbList."""
    return as_script(trail_data(steps, page.title, context["request"]))
