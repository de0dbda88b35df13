"""How legible one colour is over another (WCAG 2.2, success criterion 1.4.3 and its definition of contrast ratio)."""

import re

HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MINIMUM_TEXT_CONTRAST = 4.5
WHITE = "#ffffff"


def relative_luminance(colour: str) -> float:
    """Luminance from 0 (black) to 1 (white) of a `#rrggbb` colour; ValueError when it is not one."""
    if not HEX_COLOUR.fullmatch(colour):
        raise ValueError(f"not a #rrggbb colour: {colour!r}")
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Ratio from 1 (same colour) to 21 (black on white), whichever is the lighter."""
    dark, light = sorted((relative_luminance(one), relative_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
