"""What search engines are told of guidance."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from pages.models import GuidancePage
from pages.reading.guidance import guidance_data
from pages.templatetags.linked_data import as_script

register = template.Library()


@register.simple_tag(takes_context=True)
def guidance_linked_data(context: template.Context, page: GuidancePage) -> SafeString:
    """The service, its steps and its questions, each in a script of its own."""
    data = guidance_data(page, context["institution"], context["request"])
    return format_html_join("\n", "{}", ((as_script(each),) for each in data))
