"""How amounts and percentages of works are written, and where their maps ask for their points."""

from decimal import Decimal

from django import template
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.listing.pieces import Listing
from pages.models import PublicWorkPage

register = template.Library()


@register.filter
def soles(amount: Decimal | None) -> str:
    """`S/ 1,250,000.50`, on one line; blank for none."""
    return "" if amount is None else f"S/\u00a0{amount:,.2f}"


@register.filter
def percent(value: Decimal | None) -> str:
    """`35.5 %`, without idle zeros; blank for none."""
    return "" if value is None else f"{Decimal(value).normalize():f}\u00a0%"


@register.inclusion_tag("pages/parts/map.html")
def map_of_works(listing: Listing) -> dict[str, str]:
    """The works of a list, under its filters, on a map."""
    query = QueryDict(mutable=True)
    query.update(listing.asked)
    return _map(f"{reverse('works_map')}?{query.urlencode()}", _("Mapa de las obras"))


@register.inclusion_tag("pages/parts/map.html")
def map_of_work(work: PublicWorkPage) -> dict[str, str]:
    """One work on a map, among the districts."""
    return _map(f"{reverse('works_map')}?obra={work.slug}", _("Mapa de la obra"))


def _map(points: str, label: str) -> dict[str, str]:
    return {"points": points, "label": label, "tiles": settings.MAP_TILES_URL, "credit": settings.MAP_TILES_CREDIT}
