"""Kits of social networks, made through the real actions."""

from datetime import UTC, datetime
from typing import Any

from pages.actions.social_kits import prepare_kit, refresh_kit
from pages.actions.social_posts import approve_posts
from pages.enums.social import KitKind
from pages.models import Piece, SocialKit, SocialPost
from tests.factories.pages import published_note
from tests.factories.people import user_with

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # noon in Lima, a Tuesday


def kit_of(piece: Piece, *, at: datetime = NOON) -> SocialKit:
    """The piece's kit, with its posts as proposed."""
    return prepare_kit(piece=piece, by=None, at=at)


def greeting(*, at: datetime = NOON, **fields: Any) -> SocialKit:
    """A kit that tells of no piece."""
    values = {"kind": KitKind.GREETING, "title": "Feliz día, maestras y maestros", "text": "Gracias por enseñar."}
    kit = SocialKit.objects.create(**values | fields, created_at=at)
    refresh_kit(kit=kit, at=at)
    return kit


def post_on(network: str, *, kit: SocialKit | None = None) -> SocialPost:
    """The kit's post on a network; of a note published for it, unless told otherwise."""
    return (kit or kit_of(published_note())).posts.get(network=network)


def approved(post: SocialPost, *, at: datetime = NOON, scheduled_for: datetime | None = None) -> SocialPost:
    """The post, approved by somebody."""
    return approve_posts(posts=[post], by=user_with(None), at=at, scheduled_for=scheduled_for)[0]
