"""The institution's colours as a stylesheet: the strict policy of the portal forbids writing them in the page."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from institution.models import InstitutionSettings
from institution.rules.contrast import HEX_COLOUR
from pages.rules.colours import DARK_GROUND, LIGHT_GROUND, legible

HOUR, YEAR = 3_600, 31_536_000


def stylesheet(request: HttpRequest) -> HttpResponse:
    """The colours as custom properties, for light and dark; kept for a year when the address carries their version."""
    institution = InstitutionSettings.load()
    colours = {"primary": institution.primary_colour, "accent": institution.accent_colour}
    response = HttpResponse(rules(colours), content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=YEAR if request.GET.get("v") else HOUR)
    return response


def rules(colours: dict[str, str]) -> str:
    """The style rules for colours by name; one that isn't `#rrggbb` is left out, and the stylesheet's own holds."""
    known = {name: colour for name, colour in colours.items() if HEX_COLOUR.fullmatch(colour)}
    fills = "".join(f"--color-{name}:{colour};" for name, colour in known.items())
    light, dark = (_inks(known, ground) for ground in (LIGHT_GROUND, DARK_GROUND))
    return f":root{{{fills}{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _inks(colours: dict[str, str], ground: str) -> str:
    return "".join(f"--color-{name}-ink:{legible(colour, over=ground)};" for name, colour in colours.items())
