"""The institution's colours made legible on every ground the portal uses."""

from colorsys import hls_to_rgb, rgb_to_hls

from institution.rules.contrast import contrast_ratio, relative_luminance

# The grounds of the stylesheet's tokens on which coloured words stand: the least favourable of each scheme.
LIGHT_GROUND = "#f4eee4"
DARK_GROUND = "#232b34"
WANTED_CONTRAST = 5.5
STEPS = 50


def legible(colour: str, *, over: str, ratio: float = WANTED_CONTRAST) -> str:
    """The `#rrggbb` of the hue of `colour`, darker or lighter as little as needed for `ratio` of contrast over `over`.

    ValueError when either is not `#rrggbb`. Black or white answers when no shade is enough.
    """
    end = 0.0 if relative_luminance(over) > 0.18 else 1.0
    shades = (_shade(colour, end, step / STEPS) for step in range(STEPS + 1))
    return next((shade for shade in shades if contrast_ratio(shade, over) >= ratio), "#ffffff" if end else "#000000")


def _shade(colour: str, end: float, share: float) -> str:
    hue, lightness, saturation = rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    channels = hls_to_rgb(hue, lightness + (end - lightness) * share, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
