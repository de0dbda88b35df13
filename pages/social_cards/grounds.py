"""What stands behind the words: a photo under a scrim, or the institution's colour; they are always read over it."""

import io

from PIL import Image, ImageDraw, ImageOps

from institution.rules.contrast import MINIMUM_TEXT_CONTRAST, contrast_ratio

STRENGTHS = (0.74, 0.8, 0.86, 0.92, 0.96, 1.0)  # how much of the scrim's colour lies where the words are
SAMPLES = (48, 48)
BRIGHTEST = 0.99  # of the points behind the words; the rest are specks
FAR_RIDGE = [(0, 0.1), (0.14, 0.17), (0.24, 0.12), (0.42, 0.22), (0.55, 0.14), (0.72, 0.24), (0.86, 0.15), (1, 0.19)]
NEAR_RIDGE = [(0, 0.05), (0.2, 0.1), (0.36, 0.04), (0.58, 0.11), (0.78, 0.05), (1, 0.12)]
Box = tuple[int, int, int, int]


def shade(colour: str, share: float) -> str:
    """The `#rrggbb` colour, `share` of the way to black."""
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(channel * (1 - share)):02x}" for channel in channels)


def photo_ground(photo: bytes, size: tuple[int, int]) -> Image.Image:
    """The photo, which comes cropped by its focal point to these proportions, at this size."""
    with Image.open(io.BytesIO(photo)) as picture:
        return ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)


def colour_ground(size: tuple[int, int], colour: str, *, foot: int) -> Image.Image:
    """The colour, darker towards the foot, where two ridges of the Andes rise over `foot` pixels from the top."""
    ground = Image.new("RGB", size, colour)
    ground.paste(Image.new("RGB", size, shade(colour, 0.42)), mask=_ramp(size, start=0.0, end=1.0, wide=False))
    pen = ImageDraw.Draw(ground)
    for ridge, dark in ((FAR_RIDGE, 0.34), (NEAR_RIDGE, 0.5)):
        line = [(x * size[0], foot - y * size[1]) for x, y in ridge]
        pen.polygon([*line, (size[0], foot), (0, foot)], shade(colour, dark))
    return ground


def scrimmed(ground: Image.Image, words: Box, colour: str, ink: str, *, wide: bool) -> Image.Image:
    """The ground under a scrim, as light as lets words of that ink be read in the box (WCAG 2.2, 1.4.3)."""
    for strength in STRENGTHS:
        laid = _lay(ground, words, colour, strength, wide=wide)
        if least_contrast(laid, words, ink) >= MINIMUM_TEXT_CONTRAST:
            return laid
    return laid


def least_contrast(picture: Image.Image, box: Box, ink: str) -> float:
    """The contrast of the ink, which is light, over the brightest part of the box, from 1 to 21."""
    points = picture.crop(box).resize(SAMPLES, Image.Resampling.BOX).getdata()
    ratios = sorted((contrast_ratio(f"#{r:02x}{g:02x}{b:02x}", ink) for r, g, b in points), reverse=True)
    return ratios[int(len(ratios) * BRIGHTEST)]


def _lay(ground: Image.Image, words: Box, colour: str, strength: float, *, wide: bool) -> Image.Image:
    width, height = ground.size
    edge = words[2] / width if wide else words[1] / height
    mask = _ramp(ground.size, start=edge, end=edge + 0.3, wide=True) if wide else None
    mask = (
        mask.point(lambda value: 255 - value) if mask else _ramp(ground.size, start=edge - 0.26, end=edge, wide=False)
    )
    laid = ground.copy()
    laid.paste(Image.new("RGB", ground.size, colour), mask=mask.point(lambda value: round(value * strength)))
    return laid


def _ramp(size: tuple[int, int], *, start: float, end: float, wide: bool) -> Image.Image:
    """A mask that goes from none at `start` to all at `end`, softly, down the picture or across it."""
    steps = 512
    line = Image.new("L", (steps, 1))
    line.putdata([round(255 * _soft((step / steps - start) / (end - start))) for step in range(steps)])
    return (line if wide else line.transpose(Image.Transpose.ROTATE_270)).resize(size, Image.Resampling.BICUBIC)


def _soft(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
