"""What a kit tells: the words and the picture of its piece, or its own."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate

from institution.models import InstitutionImage, InstitutionSettings
from pages.models.campaigns import CampaignPage
from pages.models.events import EventPage
from pages.models.guidance import GuidancePage
from pages.models.materials import MaterialPage
from pages.models.news import NewsPage
from pages.models.piece import Piece
from pages.models.social_kits import SocialKit
from pages.rules.event_words import span_words
from pages.rules.social.hashtags import hashtags
from pages.rules.social.proposals import Told

DAY = r"j \d\e F \d\e Y"


@dataclass(frozen=True)
class Quote:
    """Words that somebody said, and who."""

    words: str
    by: str = ""


@dataclass(frozen=True)
class Photo:
    """A picture, and what is seen in it."""

    image: InstitutionImage
    alt: str


@dataclass(frozen=True)
class KitFacts:
    """All that a kit's posts and cards are made of."""

    told: Told
    quote: Quote | None = None
    photo: Photo | None = None


def piece_of(kit: SocialKit) -> Piece | None:
    """The kit's piece, if it has one: as it is published or, while it isn't, as its latest draft says."""
    page = kit.page.specific if kit.page else None
    if page is not None and not page.live:
        page = page.get_latest_revision_as_object()
    return page if isinstance(page, Piece) else None


def kit_facts(kit: SocialKit, *, at: datetime) -> KitFacts:
    """What the kit tells at `at`."""
    piece = piece_of(kit)
    fixed = InstitutionSettings.load().hashtags.split()
    told = _told_by(piece, fixed, at) if piece else _own_words(kit, fixed)
    return KitFacts(told, _quote(kit, piece), _photo(kit, piece))


def _told_by(piece: Piece, fixed: list[str], at: datetime) -> Told:
    return Told(
        title=piece.title,
        summary=piece.summary,
        kicker=getattr(piece, "kicker", "") or str(piece._meta.verbose_name).capitalize(),
        place=_place(piece),
        when=_when(piece, at),
        hashtags=tuple(hashtags([*fixed, *_vocabulary(piece)])),
    )


def _own_words(kit: SocialKit, fixed: list[str]) -> Told:
    when = date_format(kit.occasion_on, DAY) if kit.occasion_on else ""
    kind = str(kit.get_kind_display())
    return Told(title=kit.title, summary=kit.text, kicker=kind, when=when, hashtags=tuple(hashtags(fixed)))


def _vocabulary(piece: Piece) -> list[str]:
    """What names it: its topics, its district, its tags."""
    topics = [topic.name for topic in piece.topics.all()]
    tags = [tag.name for tag in piece.tags.all()] if isinstance(piece, NewsPage) else []
    return [*topics[:2], *([piece.district.name] if piece.district else []), *topics[2:], *tags]


def _place(piece: Piece) -> str:
    if isinstance(piece, EventPage):
        return piece.place_words
    return ", ".join(part for part in (piece.locality, str(piece.district or "")) if part)


def _when(piece: Piece, at: datetime) -> str:
    """Its day in words: of an event, the next that it takes place."""
    if isinstance(piece, EventPage):
        times = piece.slots()
        slot = next((each for each in times if each.ends > at), times[-1] if times else None)
        return span_words(slot.starts, slot.ends, all_day=slot.all_day) if slot else ""
    if isinstance(piece, CampaignPage) and piece.starts_on and piece.ends_on:
        return f"{date_format(piece.starts_on, DAY)} – {date_format(piece.ends_on, DAY)}"
    if isinstance(piece, MaterialPage | GuidancePage):
        return ""
    told = getattr(piece, "event_date", None) or localdate(piece.published_at or at)
    return date_format(told, DAY)


def _quote(kit: SocialKit, piece: Piece | None) -> Quote | None:
    if kit.quote:
        return Quote(kit.quote, kit.quote_by)
    said = next((block.value for block in (piece.body if piece else []) if block.block_type == "quote"), None)
    if said is None:
        return None
    return Quote(said["text"], ", ".join(part for part in (said["speaker"], said["position"]) if part))


def _photo(kit: SocialKit, piece: Piece | None) -> Photo | None:
    if kit.photo and kit.photo.may_be_seen:
        return Photo(kit.photo, kit.photo_alt or kit.photo.description)
    image = piece.card_photo if piece else None
    if image is None or not image.may_be_seen:
        return None
    return Photo(image, (piece.lead_photo_alt if piece and image == piece.lead_photo else "") or image.description)
