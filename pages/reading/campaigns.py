"""What a campaign's page shows beside its own words: how it stands, what gathered round it, what was spread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from pages.enums import DiffusionChannel
from pages.enums.campaigns import CampaignState, PieceFormat
from pages.models.campaign_parts import CampaignPiece
from pages.models.campaigns import CampaignPage
from pages.models.diffusion import DiffusionEntry
from pages.reading.gathering import gathered_lists

MOST_GATHERED = 12
LATEST_ENTRIES = 30
RUNNING_ON_HOME = 4


@dataclass(frozen=True)
class FormatGroup:
    """The pieces of one format."""

    label: str
    pieces: list[CampaignPiece]


def campaign_context(campaign: CampaignPage, *, at: datetime) -> dict[str, Any]:
    """What the campaign's template shows, at the instant `at`."""
    log = DiffusionEntry.objects.filter(page=campaign.pk)
    state = campaign.standing(on=localdate(at))
    return {
        "state": state,
        "ended": state == CampaignState.ENDED,
        "groups": by_format(campaign.pieces.select_related("image", "document")),
        **gathered_lists("campaign", campaign, at=at, most=MOST_GATHERED),
        "entries": log.select_related("district").newest_first()[:LATEST_ENTRIES],
        "totals": [(DiffusionChannel(channel).label, total) for channel, total in log.totals().items()],
    }


def by_format(pieces: Iterable[CampaignPiece]) -> list[FormatGroup]:
    """The pieces that may be seen under their format, in the order of the formats."""
    found = [piece for piece in pieces if piece.may_be_seen]
    groups = [FormatGroup(str(each.label), [piece for piece in found if piece.format == each]) for each in PieceFormat]
    return [group for group in groups if group.pieces]


def running_panel(at: datetime) -> dict[str, Any]:
    """The campaigns that run, for the home page; nothing when there is none."""
    on = localdate(at)
    running = CampaignPage.objects.visible(at=at).in_state(CampaignState.RUNNING, on=on).for_cards()
    found = list(running.order_by("ends_on", "pk")[:RUNNING_ON_HOME])
    return {"campaigns": found} if found else {}
