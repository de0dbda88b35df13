"""What the feed of changes needs to know of the pieces that the API offers."""

from datetime import datetime

from django.db.models import QuerySet

from headless.resources import Resource, offered
from headless.rules.changes import Told
from headless.watching import Watched, watch
from pages.models import CampaignPage, EventPage, GuidancePage, MaterialPage, NewsPage, PublicWorkPage
from pages.models.embargo import not_expired
from pages.models.piece import Piece

MODELS: dict[str, type[Piece]] = {
    "news": NewsPage,
    "campaigns": CampaignPage,
    "works": PublicWorkPage,
    "events": EventPage,
    "materials": MaterialPage,
    "guidance": GuidancePage,
}


def watch_pieces() -> None:
    """Have the feed follow every resource of pieces that is offered by now."""
    for resource in offered():
        if model := MODELS.get(resource.name):
            watch(_watched(resource, model))


def _watched(resource: Resource, model: type[Piece]) -> Watched:
    def held(at: datetime) -> QuerySet:
        return model.objects.live().public().filter(not_expired(at), embargo_until__gt=at)

    return Watched(
        type=resource.name,
        model=model,
        public=lambda at: resource.public(at).defer_streamfields(),
        tell=_tell,
        held=held,
        held_until="embargo_until",
    )


def _tell(piece: Piece) -> Told:
    return Told(
        key=piece.pk,
        slug=piece.slug,
        address=piece.get_url() or "",
        stamp=piece.last_published_at,
        ends_at=piece.expire_at,
        scheduled_for=piece.go_live_at,
    )
