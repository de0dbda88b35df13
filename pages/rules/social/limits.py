"""What each network takes: the one table of its limits, of how it counts and of the pictures it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from institution.enums import SocialNetwork
from pages.enums.social import CardShape
from pages.rules.social.counting import utf8_bytes, utf16_units, weighted

Measure = Callable[[str], int]
CHARACTERS, BYTES = _("caracteres"), _("bytes (una letra con tilde cuenta dos)")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a network takes.

    `text` is the most that the whole text may measure, hashtags and link included; `caption`, where it is less, under
    a picture. `shapes` are the cards that it shows, the best first. `clickable` says whether a link in the text can
    be followed: where it can't, no link is written. `wanted_hashtags` is how many a proposal carries.
    """

    text: int
    measure: Measure = utf16_units
    unit: Promise = CHARACTERS
    caption: int | None = None
    proposed: int | None = None
    title: int | None = None
    hashtags: int | None = None
    wanted_hashtags: int = 3
    clickable: bool = True
    forbidden: str = ""
    shapes: tuple[CardShape, ...]
    source: str

    def most(self, *, with_picture: bool) -> int:
        """The most that the whole text may measure."""
        return self.caption if self.caption and with_picture else self.text


LIMITS: dict[SocialNetwork, Limits] = {
    SocialNetwork.FACEBOOK: Limits(
        text=63_206,
        proposed=2_000,
        shapes=(CardShape.FEED, CardShape.LINK),
        source="Facebook: 63,206 characters a status update.",
    ),
    SocialNetwork.INSTAGRAM: Limits(
        text=2_200,
        hashtags=5,
        wanted_hashtags=5,
        clickable=False,
        shapes=(CardShape.FEED, CardShape.SQUARE, CardShape.STORY),
        source="Instagram Platform, media: caption of 2,200 characters; five hashtags since December 2025 (30 before).",
    ),
    SocialNetwork.X: Limits(
        text=280,
        measure=weighted,
        wanted_hashtags=2,
        shapes=(CardShape.WIDE,),
        source="twitter-text, config/v3.json: 280, weighted.",
    ),
    SocialNetwork.TIKTOK: Limits(
        text=2_200,
        proposed=600,
        wanted_hashtags=5,
        clickable=False,
        shapes=(CardShape.STORY,),
        source="TikTok Content Posting API, post_info.title: 2,200 UTF-16 runes.",
    ),
    SocialNetwork.YOUTUBE: Limits(
        text=5_000,
        measure=utf8_bytes,
        unit=BYTES,
        proposed=2_000,
        title=100,
        hashtags=60,
        forbidden="<>",
        shapes=(CardShape.THUMBNAIL,),
        source="YouTube Data API, videos: snippet.title 100 characters, snippet.description 5,000 bytes, neither with "
        "< nor >; YouTube Help: with more than 60 hashtags it ignores them all.",
    ),
    SocialNetwork.LINKEDIN: Limits(
        text=3_000,
        proposed=1_300,
        shapes=(CardShape.LINKEDIN,),
        source="LinkedIn Posts API, commentary: 3,000 characters.",
    ),
    SocialNetwork.WHATSAPP: Limits(
        text=65_536,
        caption=1_024,
        proposed=700,
        wanted_hashtags=0,
        shapes=(CardShape.SQUARE, CardShape.STORY),
        source="WhatsApp: 65,536 characters a message, 1,024 under a picture, 700 a status (what proposals keep to).",
    ),
}
