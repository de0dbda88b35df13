"""A campaign that has everything."""

from datetime import UTC, datetime

import pytest
import time_machine

from pages.models import (
    CampaignChannel,
    CampaignMessage,
    CampaignPage,
    CampaignPartner,
    CampaignPiece,
    DiffusionEntry,
    EventPage,
    MaterialPage,
    NewsPage,
)
from tests.factories.campaigns import PLAN, published_campaign
from tests.factories.institution import DocumentFactory, ImageFactory

FIRST = PLAN["starts_on"]
DURING = datetime(2026, 11, 24, 15, tzinfo=UTC)
AFTER = datetime(2026, 12, 15, 15, tzinfo=UTC)


@pytest.fixture
def full(tree) -> CampaignPage:
    """A campaign that has everything, told after it ended."""
    with time_machine.travel(AFTER):
        campaign = published_campaign(
            title="Agua segura",
            slogan="Hervida es vida",
            reach=1_850,
            attendance=240,
            materials_given=0,
            closing_note="Se cumplió lo previsto.",
            results_source="Padrón de asistentes",
            parts={
                "key_messages": [CampaignMessage(text="Hierva el agua cinco minutos")],
                "channels": [CampaignChannel(channel="radio", detail="tres avisos diarios")],
                "partners": [CampaignPartner(name="Centro de salud de ejemplo", contribution="una brigada")],
                "pieces": [
                    CampaignPiece(format="poster", title="Afiche", image=ImageFactory(), text="Una olla que hierve"),
                    CampaignPiece(format="audio", title="Spot", document=DocumentFactory(), text="Hierva el agua."),
                    CampaignPiece(
                        format="video", title="Video", url="https://video.example.test/v", text="Mamá hierve"
                    ),
                ],
            },
        )
        DiffusionEntry.objects.create(page=campaign, channel="loudspeaker", carried_on=FIRST, quantity=1_200)
        for model in (NewsPage, EventPage, MaterialPage):
            gather(model, campaign, title=f"Lo de {model.__name__}")
    return campaign


def gather(model, campaign: CampaignPage, **fields):
    """A public row of the type that says it is part of the campaign; its own obstacles are not what is tried here."""
    page = model(slug=f"parte-{model.__name__.lower()}", summary="Parte", campaign=campaign, live=True, **fields)
    page.published_at = DURING
    return model.allowed_parent_page_models()[0].objects.get().add_child(instance=page)
