"""The addresses of a search, as its templates write them."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.finding.asked import Asked
from pages.finding.facets import Facet
from search.portal import Found

register = template.Library()


@register.simple_tag
def search_address(asked: Asked, **changes: str) -> str:
    """The query string of the same search with parameters changed; blank ones are dropped."""
    return asked.address(**changes)


@register.simple_tag
def search_corrected(asked: Asked, found: Found) -> str:
    """The query string of the search with what was corrected in place of what was typed."""
    words = [dict(found.corrections).get(word.casefold(), word) for word in asked.typed.split()]
    return asked.address(q=" ".join(words))


@register.simple_tag
def search_chips(asked: Asked, facets: list[Facet]) -> list[dict[str, str]]:
    """How the results are narrowed, in words, each with the query string that drops it."""
    labels = {facet.name: facet.chosen.label for facet in facets if facet.chosen}
    words = {name: labels.get(name, value) for name, value in asked.chosen.items()}
    spans = {"desde": _("Desde el %(day)s"), "hasta": _("Hasta el %(day)s")}
    for name, day in asked.days.items():
        words[name] = spans[name] % {"day": date_format(day, "DATE_FORMAT")}
    return [{"label": label, "address": asked.address(**{name: ""})} for name, label in words.items()]
