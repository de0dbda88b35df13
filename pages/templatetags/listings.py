"""The filters of a list of notes, as its template shows them."""

from typing import Any

from django import template
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.listing.filters import Choice
from pages.listing.pieces import Listing

register = template.Library()


@register.simple_tag
def filter_fields(listing: Listing) -> list[dict[str, Any]]:
    """The lists to choose from; what was chosen is always among them, even when nothing is left under it."""
    return [
        {
            "name": each.parameter,
            "title": each.title,
            "choices": _with_chosen(listing.choices[each.parameter], listing.asked.get(each.parameter, "")),
        }
        for each in listing.filters
    ]


@register.simple_tag
def filter_chips(listing: Listing) -> list[dict[str, str]]:
    """The filters in force, in words, each with the address that drops it."""
    return [{"label": _label(listing, name), "url": _without(listing, name)} for name in listing.asked]


def _with_chosen(choices: list[Choice], chosen: str) -> list[Choice]:
    absent = chosen and not any(choice.selected for choice in choices)
    return [*choices, Choice(chosen, chosen, 0, True)] if absent else choices


def _label(listing: Listing, name: str) -> str:
    value = listing.asked[name]
    if name in {"desde", "hasta"}:
        day = date_format(parse_date(value), "DATE_FORMAT")
        return _("Desde el %(day)s") % {"day": day} if name == "desde" else _("Hasta el %(day)s") % {"day": day}
    return next((choice.label for choice in listing.choices[name] if choice.selected), value)


def _without(listing: Listing, name: str) -> str:
    return f"?{listing.query_without(name)}"
