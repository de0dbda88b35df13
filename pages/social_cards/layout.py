"""Where things stand on a card of each shape, in pixels."""

from dataclasses import dataclass

from pages.enums.social import SIZES, CardShape

WIDE = frozenset({CardShape.LINK, CardShape.LINKEDIN, CardShape.WIDE, CardShape.THUMBNAIL})
# What Instagram, TikTok and WhatsApp cover with their own buttons, as shares of the height.
STORY_TOP, STORY_FOOT = 0.13, 0.16


@dataclass(frozen=True)
class Layout:
    """The measures of a card: `unit` is a hundredth of its shorter side."""

    width: int
    height: int
    wide: bool
    top: int
    foot: int

    @property
    def unit(self) -> float:
        return min(self.width, self.height) / 100

    @property
    def margin(self) -> int:
        return round(self.unit * 6.5)

    @property
    def room(self) -> int:
        """How wide the words may be."""
        return round(self.width * 0.56) if self.wide else self.width - 2 * self.margin

    @property
    def band(self) -> int:
        """How high the institution's band at the foot is."""
        return round(self.unit * 13)

    @property
    def band_top(self) -> int:
        return self.height - self.foot - self.band

    @property
    def title_height(self) -> int:
        """How high the title may be."""
        return round(self.height * (0.46 if self.wide else 0.33))


def layout_of(shape: CardShape) -> Layout:
    """The measures of a shape."""
    width, height = SIZES[shape]
    story = shape == CardShape.STORY
    top, foot = (round(height * STORY_TOP), round(height * STORY_FOOT)) if story else (0, 0)
    return Layout(width, height, shape in WIDE, top, foot)
