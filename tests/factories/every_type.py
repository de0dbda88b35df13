"""A published piece of any type, with what its type asks for."""

from collections.abc import Callable

from pages.models import CampaignPage, EventPage, GuidancePage, Piece, PublicWorkPage
from tests.factories.campaigns import published_campaign
from tests.factories.events import published_event
from tests.factories.guidance import published_guidance
from tests.factories.pages import published_piece
from tests.factories.works import published_work

MAKERS: dict[type[Piece], Callable[..., Piece]] = {
    CampaignPage: published_campaign,
    EventPage: published_event,
    GuidancePage: published_guidance,
    PublicWorkPage: published_work,
}


def published_of(model: type[Piece], **fields) -> Piece:
    """A piece of the type that is published and complete."""
    maker = MAKERS.get(model)
    return maker(**fields) if maker else published_piece(model, **fields)
