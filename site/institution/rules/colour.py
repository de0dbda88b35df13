"""The colour that a picture leaves in the eye, to hold its place while it loads."""

from typing import cast

from PIL import Image

SIDE = 48
COLOURS = 6


def dominant_colour(picture: Image.Image) -> str:
    """The most frequent colour of a picture as `#rrggbb`, among the six that tell it best; what is transparent, white.

    By median cut (Heckbert, 1982) over a thumbnail: the mean of all pixels would be a grey that nobody sees in it.
    """
    small = picture.convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    flat = Image.alpha_composite(Image.new("RGBA", small.size, "white"), small).convert("RGB")
    few = flat.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)
    # A picture of few colours always tells them and its palette.
    _count, index = max(cast(list[tuple[int, int]], few.getcolors()))
    red, green, blue = cast(list[int], few.getpalette())[3 * index : 3 * index + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
