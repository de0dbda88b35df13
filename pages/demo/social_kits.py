"""The demonstration kits: those of the latest pieces, some of them approved and posted, and three of their own."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from institution.enums import SocialNetwork
from institution.models import InstitutionSettings, User
from pages.actions.social_kits import prepare_kit, refresh_kit
from pages.actions.social_posts import approve_posts, write_post
from pages.demo.files import drawn_image
from pages.enums.social import CardKind
from pages.models import CampaignPage, EventPage, NewsPage, PublicWorkPage, SocialKit
from pages.models.piece import Piece

DATA = Path(__file__).parent / "social_kits.toml"
TYPES = (NewsPage, CampaignPage, EventPage, PublicWorkPage)
HASHTAGS = "#MuniAija"
QUOTE = "Antes caminábamos dos horas para traer agua. Hoy abrimos el caño y alcanza para la chacra y para la casa."
CREDIT = "Ilustración: OII-MPA (demostración)"


def load_social_kits(*, by: User, at: datetime) -> None:
    """Prepare the kits, and approve the latest note's whole."""
    InstitutionSettings.objects.update(hashtags=HASHTAGS)
    kits = [prepare_kit(piece=piece, by=by, at=at) for piece in _latest(at)]
    for kit in SocialKit.objects.all():
        refresh_kit(kit=kit, at=at)
    _quoted(kits[0], by, at)
    approve_posts(posts=kits[0].posts.all(), by=by, at=at)
    approve_posts(posts=kits[1].posts.filter(network__in=["facebook", "x"]), by=by, at=at)
    for data in tomllib.loads(DATA.read_text(encoding="utf-8"))["kits"]:
        _own(data, by, at)


def _latest(at: datetime) -> list[Piece]:
    """The two latest notes, then the latest piece of each other type."""
    notes = list(NewsPage.objects.visible(at=at).newest_first()[:2])
    others = (model.objects.visible(at=at).newest_first().first() for model in TYPES[1:])
    return [*notes, *filter(None, others)]


def _quoted(kit: SocialKit, by: User, at: datetime) -> None:
    """Have the kit show a quote on one network."""
    kit.quote, kit.quote_by = QUOTE, "Vecina de ejemplo, junta de usuarios de riego"
    kit.save()
    post = kit.posts.get(network=SocialNetwork.LINKEDIN)
    words = {"title": post.title, "text": post.text, "hashtags": post.hashtags}
    write_post(post=post, card=CardKind.QUOTE, by=by, at=at, **words)


def _own(data: dict[str, Any], by: User, at: datetime) -> None:
    day = localdate(at) + timedelta(days=data["day"]) if "day" in data else None
    kit = SocialKit(kind=data["kind"], title=data["title"], text=data["text"], occasion_on=day)
    kit.created_at, kit.created_by = at, by
    if scene := data.get("scene"):
        told = {"title": data["title"], "alt": data["photo_alt"], "credit": CREDIT}
        kit.photo, kit.photo_alt = drawn_image(name=data["title"], scene=scene, **told), data["photo_alt"]
    kit.save()
    refresh_kit(kit=kit, at=at)
    when = at + timedelta(days=data["schedule"]) if "schedule" in data else None
    approve_posts(posts=kit.posts.filter(network__in=data["approve"]), by=by, at=at, scheduled_for=when)
