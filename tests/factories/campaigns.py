"""Campaigns as an office would plan them."""

from datetime import date
from typing import Any

from pages.models import CampaignPage
from tests.factories.pages import draft_piece

PLAN = {
    "objective": "Que cada vivienda separe sus residuos.",
    "audience": "Familias de la zona urbana",
    "starts_on": date(2026, 11, 3),
    "ends_on": date(2026, 11, 28),
}


def draft_campaign(*, parts: dict[str, list[Any]] | None = None, **fields) -> CampaignPage:
    """A complete campaign that nobody has published; `parts` are its inline children by their relation."""
    campaign = draft_piece(CampaignPage, **PLAN | fields)
    for relation, rows in (parts or {}).items():
        setattr(campaign, relation, rows)
    campaign.save()
    return campaign


def published_campaign(**fields) -> CampaignPage:
    """The same, published through the real action."""
    campaign = draft_campaign(**fields)
    campaign.save_revision().publish()
    return CampaignPage.objects.get(pk=campaign.pk)


def complete(campaign: CampaignPage) -> CampaignPage:
    """The campaign with what publication asks for."""
    for name, value in PLAN.items():
        setattr(campaign, name, value)
    campaign.save()
    return campaign
